import TestSupport
import Testing

/// Serialized, because all of them build the same package.
@Suite(.serialized, .slow) enum PluginTests {}
