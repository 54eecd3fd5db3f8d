"""Writes a catalogue with many codes, about 470 bytes each, to standard output.

    python make_catalogue.py COUNT
"""

import sys

HEADER = """\
errata: 1
name: Big
title: Big API
version: 1.0.0
categories:
  validation:
    title: Validation
    recovery: correct_request
    guidance: Correct the request, then send it again.
  service:
    title: Service
    recovery: retry_later
    guidance: The service is unavailable for the moment. Wait a little, then send the request again.
surfaces:
  api:
    title: API
    type: API
    endpoints: [/v1/*]
    response:
      carrier: json
      fields:
        code: code
        description: message
        reference: {name: reference, required: false, example: REF1}
    errors:
"""

ENTRY = """\
      error_number_{number}_happened:
        status: {status}
        category: {category}
        description: >-
          The request number {number} is missing a required parameter, includes an invalid parameter value, or is otherwise
          malformed, which the documentation of endpoint {number} explains
        guidance: >-
          Correct the parameter of request number {number} as its documentation says, and then send the request again; if that
          does not help, ask
"""

sys.stdout.write(HEADER)
for number in range(int(sys.argv[1])):
    status = (400, 401, 403, 404, 422, 500, 503)[number % 7]
    category = ("validation", "service")[number % 2]
    sys.stdout.write(ENTRY.format(number=number, status=status, category=category))
