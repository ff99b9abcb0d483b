# Code generated from openapi.yaml by `make generate`: do not edit.
"""The operations of the API."""
