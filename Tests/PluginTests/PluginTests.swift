import TestSupport
import Testing

/// One after the other: they all build one package.
@Suite(.serialized, .slow) enum PluginTests {}
