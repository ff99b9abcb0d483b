"""Small documents: a contract in our form, and the same API in the words of other documents."""

from __future__ import annotations

import copy
from typing import Any

from generator.amend import amended, failures
from generator.differences import differences
from generator.endpoints import endpoints
from generator.plain import from_yaml

Json = dict[str, Any]

CONTRACT = """\
openapi: 3.1.0
info: {title: Parcels, version: '1'}
tags:
  - name: parcels
    description: Things on their way.
paths:
  # How an operation is written.
  /parcels:
    get:
      operationId: listParcels
      tags: [parcels]
      x-method: list
      summary: List parcels.
      description: Lists what is on its way.   # a remark
      security:
        - bearer: []
      parameters:
        - $ref: '#/components/parameters/Offset'
        - name: order
          in: query
          description: First or last first.
          schema: {$ref: '#/components/schemas/Order'}
        - name: states
          in: query
          style: form
          explode: false
          description: Only those in these states.
          schema: {type: array, items: {type: string}}
      responses:
        '200':
          description: One page.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Parcels'}
        '400': {$ref: '#/components/responses/BadRequest'}
        default: {$ref: '#/components/responses/Default'}
    post:
      operationId: sendParcel
      tags: [parcels]
      x-method: send
      summary: Send one.
      description: Sends a parcel.
      security:
        - bearer: []
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Parcel'}
      responses:
        '201':
          description: It is on its way.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Parcel'}
        '404': {$ref: '#/components/responses/NotFound'}
        default: {$ref: '#/components/responses/Default'}
components:
  parameters:
    Offset:
      name: offset
      in: query
      description: How many to skip.
      schema: {type: integer, minimum: 0}
  responses:
    BadRequest: {description: Malformed., x-error: BadRequestResponseError}
    NotFound: {description: Not there., x-error: NotFoundResponseError}
    Default: {description: Anything else., x-error: DefaultError}
  schemas:
    # ---- pages
    Parcels:
      type: object
      description: A page of parcels.
      required: [data]
      properties:
        data:
          type: array
          items: {$ref: '#/components/schemas/Parcel'}
          description: The parcels.
    # ---- one parcel
    Parcel:
      type: object
      description: Something on its way.
      required: [id, contents]
      properties:
        id: &id
          type: string
          x-parsed: {number: decimal}
          description: Its number.
        weight:
          type: [number, 'null']
          minimum: 0
          description: In kilograms.
        # What is in it decides what is asked.
        contents:
          $ref: '#/components/schemas/Contents'
          description: What is in it.
        sender:
          description: Who sends it.
          anyOf:
            - $ref: '#/components/schemas/Person'
            - type: 'null'
        notes:
          $ref: '#/components/schemas/Notes'
          description: Your own notes.
    Person:
      type: object
      description: Somebody.
      required: [name]
      properties:
        id: *id
        name:
          type: string
          description: What they are called.
    Contents:
      type: object
      description: What is in a parcel; `kind` decides.
      required: [kind]
      properties:
        kind: {type: string, description: Kind of contents.}
      discriminator:
        propertyName: kind
        mapping:
          book: '#/components/schemas/Book'
          food: '#/components/schemas/Food'
    Book:
      type: object
      description: A book.
      required: [kind, title]
      properties:
        kind: {type: string, const: book, default: book, description: Always `book`.}
        title:
          type: string
          description: Its title.
    Food:
      type: object
      description: Something to eat.
      required: [kind]
      properties:
        kind: {type: string, const: food, default: food, description: Always `food`.}
        days:
          type: integer
          description: How long it keeps.
    # ---- small things
    Notes:
      type: object
      x-map: true
      description: Notes by name.
      additionalProperties: {type: string}
    Order:
      type: string
      x-open: true
      description: An order.
      enum: [first, last]
"""

PERSON: Json = {
    "type": "object",
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
    "required": ["name"],
}
PARCEL: Json = {
    "type": "object",
    "required": ["contents", "id"],
    "properties": {
        "id": {"type": "string"},
        "weight": {"anyOf": [{"type": "number"}, {"type": "null"}]},
        "contents": {
            "oneOf": [
                {
                    "type": "object",
                    "required": ["kind", "title"],
                    "properties": {"kind": {"enum": ["book"], "type": "string"}, "title": {"type": "string"}},
                },
                {
                    "type": "object",
                    "required": ["kind"],
                    "properties": {"kind": {"const": "food"}, "days": {"type": "integer", "maximum": 9}},
                },
            ]
        },
        "sender": {"anyOf": [{"$ref": "#/components/schemas/SomePerson"}, {"type": "null"}]},
        "notes": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}
OFFICIAL: Json = {
    "openapi": "3.1.0",
    "paths": {
        "/parcels": {
            "get": {
                "operationId": "listParcels",
                "tags": ["Parcels"],
                "parameters": [
                    {"name": "HTTP-Referer", "in": "header", "schema": {"type": "string"}},
                    {"name": "offset", "in": "query", "schema": {"type": ["integer", "null"], "default": 0}},
                    {"name": "order", "in": "query", "schema": {"enum": ["first", "last"], "type": "string"}},
                    {"name": "states", "in": "query", "schema": {"type": "string"}},
                ],
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {
                                "schema": {
                                    "type": "object",
                                    "required": ["data"],
                                    "properties": {
                                        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
                                    },
                                }
                            }
                        }
                    },
                    "400": {"content": {"application/json": {}}},
                    "5XX": {"content": {"*": {}}},
                },
            },
            "post": {
                "operationId": "sendParcel",
                "tags": ["Parcels"],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                "responses": {
                    "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                    "404": {"content": {"application/json": {}}},
                    "504": {"content": {"application/json": {}}},
                },
            },
        }
    },
    "components": {"schemas": {"Thing": PARCEL, "SomePerson": PERSON}},
}


def official() -> Json:
    """A fresh copy of the API's own document, which says what the contract says."""
    return copy.deepcopy(OFFICIAL)


def report(contract: str, document: Json) -> list[str]:
    """What the document changes for the contract."""
    data = from_yaml(contract)
    return [str(change) for change in differences(endpoints(data), endpoints(document), failures(data))]


def applied(contract: str, document: Json) -> str:
    """The contract with that written into it."""
    return amended(contract, endpoints(document))
