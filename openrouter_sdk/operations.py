# Code generated from openapi.yaml by `make generate`: do not edit.
"""What single operations take and give, under the official SDK's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Union

from . import models

if TYPE_CHECKING:
    from typing import TypeAlias

    from .custom.stream import EventStream, EventStreamAsync

    SendChatCompletionRequestResponse: TypeAlias = (
        "models.ChatResult" | "EventStream[models.ChatStreamChunk]" | "EventStreamAsync[models.ChatStreamChunk]"
    )
    APIFormat: TypeAlias = models.ServerToolApiFormat
    AllowedDataRegion: TypeAlias = models.DataRegion
    Content: TypeAlias = models.EmbeddingsContent
    ContentTypedDict: TypeAlias = models.EmbeddingsContentTypedDict
    ContentImageURL: TypeAlias = models.ContentImageURL
    ContentImageURLTypedDict: TypeAlias = models.ContentImageURLTypedDict
    ContentText: TypeAlias = models.ContentText
    ContentTextTypedDict: TypeAlias = models.ContentTextTypedDict
    CreateEmbeddingsData: TypeAlias = models.CreateEmbeddingsData
    CreateEmbeddingsDataTypedDict: TypeAlias = models.CreateEmbeddingsDataTypedDict
    CreateEmbeddingsRequestBody: TypeAlias = models.CreateEmbeddingsRequestBody
    CreateEmbeddingsRequestBodyTypedDict: TypeAlias = models.CreateEmbeddingsRequestBodyTypedDict
    CreateEmbeddingsResponse: TypeAlias = models.CreateEmbeddingsResponseBody
    CreateEmbeddingsResponseTypedDict: TypeAlias = models.CreateEmbeddingsResponseBodyTypedDict
    CreateEmbeddingsResponseBody: TypeAlias = models.CreateEmbeddingsResponseBody
    CreateEmbeddingsResponseBodyTypedDict: TypeAlias = models.CreateEmbeddingsResponseBodyTypedDict
    CreateEmbeddingsUsage: TypeAlias = models.CreateEmbeddingsUsage
    CreateEmbeddingsUsageTypedDict: TypeAlias = models.CreateEmbeddingsUsageTypedDict
    CreateRerankRequestBody: TypeAlias = models.CreateRerankRequestBody
    CreateRerankRequestBodyTypedDict: TypeAlias = models.CreateRerankRequestBodyTypedDict
    CreateRerankResponse: TypeAlias = models.CreateRerankResponseBody
    CreateRerankResponseTypedDict: TypeAlias = models.CreateRerankResponseBodyTypedDict
    CreateRerankResponseBody: TypeAlias = models.CreateRerankResponseBody
    CreateRerankResponseBodyTypedDict: TypeAlias = models.CreateRerankResponseBodyTypedDict
    CreateRerankUsage: TypeAlias = models.CreateRerankUsage
    CreateRerankUsageTypedDict: TypeAlias = models.CreateRerankUsageTypedDict
    DocumentRequest: TypeAlias = models.DocumentRequest
    DocumentRequestTypedDict: TypeAlias = models.DocumentRequestTypedDict
    DocumentResponse: TypeAlias = models.DocumentResponse
    DocumentResponseTypedDict: TypeAlias = models.DocumentResponseTypedDict
    EncodingFormat: TypeAlias = models.EmbeddingsEncodingFormat
    GetCreditsData: TypeAlias = models.GetCreditsData
    GetCreditsDataTypedDict: TypeAlias = models.GetCreditsDataTypedDict
    GetCreditsResponse: TypeAlias = models.GetCreditsResponse
    GetCreditsResponseTypedDict: TypeAlias = models.GetCreditsResponseTypedDict
    GetCurrentKeyData: TypeAlias = models.GetCurrentKeyData
    GetCurrentKeyDataTypedDict: TypeAlias = models.GetCurrentKeyDataTypedDict
    GetCurrentKeyResponse: TypeAlias = models.GetCurrentKeyResponse
    GetCurrentKeyResponseTypedDict: TypeAlias = models.GetCurrentKeyResponseTypedDict
    GetModelsCategory: TypeAlias = models.ModelCategory
    GetModelsSort: TypeAlias = models.ModelsSort
    ImageURL: TypeAlias = models.ImageURL
    ImageURLTypedDict: TypeAlias = models.ImageURLTypedDict
    Input: TypeAlias = models.EmbeddingsInput
    InputTypedDict: TypeAlias = models.EmbeddingsInputTypedDict
    ListEndpointsResponse: TypeAlias = models.ModelEndpointsResponse
    ListEndpointsResponseTypedDict: TypeAlias = models.ModelEndpointsResponseTypedDict
    ListEndpointsZdrResponse: TypeAlias = models.ListEndpointsZdrResponse
    ListEndpointsZdrResponseTypedDict: TypeAlias = models.ListEndpointsZdrResponseTypedDict
    ListModelsUserSort: TypeAlias = models.ModelsSort
    ListProvidersData: TypeAlias = models.ListProvidersData
    ListProvidersDataTypedDict: TypeAlias = models.ListProvidersDataTypedDict
    ListProvidersResponse: TypeAlias = models.ListProvidersResponse
    ListProvidersResponseTypedDict: TypeAlias = models.ListProvidersResponseTypedDict
    PromptTokensDetails: TypeAlias = models.EmbeddingsPromptTokensDetails
    PromptTokensDetailsTypedDict: TypeAlias = models.EmbeddingsPromptTokensDetailsTypedDict
    RateLimit: TypeAlias = models.RateLimit
    RateLimitTypedDict: TypeAlias = models.RateLimitTypedDict
    Region: TypeAlias = models.ModelRegion
    Result: TypeAlias = models.RerankResult
    ResultTypedDict: TypeAlias = models.RerankResultTypedDict

_MODELS = {
    "APIFormat": "ServerToolApiFormat",
    "AllowedDataRegion": "DataRegion",
    "Content": "EmbeddingsContent",
    "ContentTypedDict": "EmbeddingsContentTypedDict",
    "ContentImageURL": "ContentImageURL",
    "ContentImageURLTypedDict": "ContentImageURLTypedDict",
    "ContentText": "ContentText",
    "ContentTextTypedDict": "ContentTextTypedDict",
    "CreateEmbeddingsData": "CreateEmbeddingsData",
    "CreateEmbeddingsDataTypedDict": "CreateEmbeddingsDataTypedDict",
    "CreateEmbeddingsRequestBody": "CreateEmbeddingsRequestBody",
    "CreateEmbeddingsRequestBodyTypedDict": "CreateEmbeddingsRequestBodyTypedDict",
    "CreateEmbeddingsResponse": "CreateEmbeddingsResponseBody",
    "CreateEmbeddingsResponseTypedDict": "CreateEmbeddingsResponseBodyTypedDict",
    "CreateEmbeddingsResponseBody": "CreateEmbeddingsResponseBody",
    "CreateEmbeddingsResponseBodyTypedDict": "CreateEmbeddingsResponseBodyTypedDict",
    "CreateEmbeddingsUsage": "CreateEmbeddingsUsage",
    "CreateEmbeddingsUsageTypedDict": "CreateEmbeddingsUsageTypedDict",
    "CreateRerankRequestBody": "CreateRerankRequestBody",
    "CreateRerankRequestBodyTypedDict": "CreateRerankRequestBodyTypedDict",
    "CreateRerankResponse": "CreateRerankResponseBody",
    "CreateRerankResponseTypedDict": "CreateRerankResponseBodyTypedDict",
    "CreateRerankResponseBody": "CreateRerankResponseBody",
    "CreateRerankResponseBodyTypedDict": "CreateRerankResponseBodyTypedDict",
    "CreateRerankUsage": "CreateRerankUsage",
    "CreateRerankUsageTypedDict": "CreateRerankUsageTypedDict",
    "DocumentRequest": "DocumentRequest",
    "DocumentRequestTypedDict": "DocumentRequestTypedDict",
    "DocumentResponse": "DocumentResponse",
    "DocumentResponseTypedDict": "DocumentResponseTypedDict",
    "EncodingFormat": "EmbeddingsEncodingFormat",
    "GetCreditsData": "GetCreditsData",
    "GetCreditsDataTypedDict": "GetCreditsDataTypedDict",
    "GetCreditsResponse": "GetCreditsResponse",
    "GetCreditsResponseTypedDict": "GetCreditsResponseTypedDict",
    "GetCurrentKeyData": "GetCurrentKeyData",
    "GetCurrentKeyDataTypedDict": "GetCurrentKeyDataTypedDict",
    "GetCurrentKeyResponse": "GetCurrentKeyResponse",
    "GetCurrentKeyResponseTypedDict": "GetCurrentKeyResponseTypedDict",
    "GetModelsCategory": "ModelCategory",
    "GetModelsSort": "ModelsSort",
    "ImageURL": "ImageURL",
    "ImageURLTypedDict": "ImageURLTypedDict",
    "Input": "EmbeddingsInput",
    "InputTypedDict": "EmbeddingsInputTypedDict",
    "ListEndpointsResponse": "ModelEndpointsResponse",
    "ListEndpointsResponseTypedDict": "ModelEndpointsResponseTypedDict",
    "ListEndpointsZdrResponse": "ListEndpointsZdrResponse",
    "ListEndpointsZdrResponseTypedDict": "ListEndpointsZdrResponseTypedDict",
    "ListModelsUserSort": "ModelsSort",
    "ListProvidersData": "ListProvidersData",
    "ListProvidersDataTypedDict": "ListProvidersDataTypedDict",
    "ListProvidersResponse": "ListProvidersResponse",
    "ListProvidersResponseTypedDict": "ListProvidersResponseTypedDict",
    "PromptTokensDetails": "EmbeddingsPromptTokensDetails",
    "PromptTokensDetailsTypedDict": "EmbeddingsPromptTokensDetailsTypedDict",
    "RateLimit": "RateLimit",
    "RateLimitTypedDict": "RateLimitTypedDict",
    "Region": "ModelRegion",
    "Result": "RerankResult",
    "ResultTypedDict": "RerankResultTypedDict",
}

__all__ = [
    "SendChatCompletionRequestResponse",
    "APIFormat",
    "AllowedDataRegion",
    "Content",
    "ContentTypedDict",
    "ContentImageURL",
    "ContentImageURLTypedDict",
    "ContentText",
    "ContentTextTypedDict",
    "CreateEmbeddingsData",
    "CreateEmbeddingsDataTypedDict",
    "CreateEmbeddingsRequestBody",
    "CreateEmbeddingsRequestBodyTypedDict",
    "CreateEmbeddingsResponse",
    "CreateEmbeddingsResponseTypedDict",
    "CreateEmbeddingsResponseBody",
    "CreateEmbeddingsResponseBodyTypedDict",
    "CreateEmbeddingsUsage",
    "CreateEmbeddingsUsageTypedDict",
    "CreateRerankRequestBody",
    "CreateRerankRequestBodyTypedDict",
    "CreateRerankResponse",
    "CreateRerankResponseTypedDict",
    "CreateRerankResponseBody",
    "CreateRerankResponseBodyTypedDict",
    "CreateRerankUsage",
    "CreateRerankUsageTypedDict",
    "DocumentRequest",
    "DocumentRequestTypedDict",
    "DocumentResponse",
    "DocumentResponseTypedDict",
    "EncodingFormat",
    "GetCreditsData",
    "GetCreditsDataTypedDict",
    "GetCreditsResponse",
    "GetCreditsResponseTypedDict",
    "GetCurrentKeyData",
    "GetCurrentKeyDataTypedDict",
    "GetCurrentKeyResponse",
    "GetCurrentKeyResponseTypedDict",
    "GetModelsCategory",
    "GetModelsSort",
    "ImageURL",
    "ImageURLTypedDict",
    "Input",
    "InputTypedDict",
    "ListEndpointsResponse",
    "ListEndpointsResponseTypedDict",
    "ListEndpointsZdrResponse",
    "ListEndpointsZdrResponseTypedDict",
    "ListModelsUserSort",
    "ListProvidersData",
    "ListProvidersDataTypedDict",
    "ListProvidersResponse",
    "ListProvidersResponseTypedDict",
    "PromptTokensDetails",
    "PromptTokensDetailsTypedDict",
    "RateLimit",
    "RateLimitTypedDict",
    "Region",
    "Result",
    "ResultTypedDict",
]


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        if name in _MODELS:
            value: Any = getattr(models, _MODELS[name])
        elif name == "SendChatCompletionRequestResponse":
            import openrouter_sdk as sdk  # lazy: only for who asks for the name

            union: Any = Union
            chunk = models.ChatStreamChunk
            value = union[models.ChatResult, sdk.EventStream[chunk], sdk.EventStreamAsync[chunk]]
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
