# Code generated from openapi.yaml by `make generate`: do not edit.
"""The objects of the API: attrs classes, and a TypedDict beside each for dict literals."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aa_benchmark_entry import AABenchmarkEntry as AABenchmarkEntry
    from .aa_benchmark_entry import AABenchmarkEntryTypedDict as AABenchmarkEntryTypedDict
    from .advisor_parameters import AdvisorParameters as AdvisorParameters
    from .advisor_parameters import AdvisorParametersTypedDict as AdvisorParametersTypedDict
    from .advisor_server_tool import AdvisorServerTool as AdvisorServerTool
    from .advisor_server_tool import AdvisorServerToolTypedDict as AdvisorServerToolTypedDict
    from .alignment_call import AlignmentCall as AlignmentCall
    from .alignment_call import AlignmentCallTypedDict as AlignmentCallTypedDict
    from .alignment_call import parse_alignment_call as parse_alignment_call
    from .alignment_call_allowed import AlignmentCallAllowed as AlignmentCallAllowed
    from .alignment_call_allowed import AlignmentCallAllowedTypedDict as AlignmentCallAllowedTypedDict
    from .alignment_call_blocked import AlignmentCallBlocked as AlignmentCallBlocked
    from .alignment_call_blocked import AlignmentCallBlockedTypedDict as AlignmentCallBlockedTypedDict
    from .alignment_call_unavailable import AlignmentCallUnavailable as AlignmentCallUnavailable
    from .alignment_call_unavailable import AlignmentCallUnavailableTypedDict as AlignmentCallUnavailableTypedDict
    from .alignment_mode import AlignmentMode as AlignmentMode
    from .alignment_plugin import AlignmentPlugin as AlignmentPlugin
    from .alignment_plugin import AlignmentPluginTypedDict as AlignmentPluginTypedDict
    from .alignment_result import AlignmentResult as AlignmentResult
    from .alignment_result import AlignmentResultTypedDict as AlignmentResultTypedDict
    from .alignment_rule import AlignmentRule as AlignmentRule
    from .alignment_rule import AlignmentRuleTypedDict as AlignmentRuleTypedDict
    from .alignment_rule_verdict import AlignmentRuleVerdict as AlignmentRuleVerdict
    from .alignment_rule_verdict import AlignmentRuleVerdictTypedDict as AlignmentRuleVerdictTypedDict
    from .alignment_unavailable_reason import AlignmentUnavailableReason as AlignmentUnavailableReason
    from .alignment_watch import AlignmentWatch as AlignmentWatch
    from .anthropic_cache_control_directive import AnthropicCacheControlDirective as AnthropicCacheControlDirective
    from .anthropic_cache_control_directive import (
        AnthropicCacheControlDirectiveTypedDict as AnthropicCacheControlDirectiveTypedDict,
    )
    from .anthropic_cache_control_ttl import AnthropicCacheControlTtl as AnthropicCacheControlTtl
    from .api_type import APIType as APIType
    from .approximate_location import ApproximateLocation as ApproximateLocation
    from .approximate_location import ApproximateLocationTypedDict as ApproximateLocationTypedDict
    from .armor_allow_rule import ArmorAllowRule as ArmorAllowRule
    from .armor_allow_rule import ArmorAllowRuleTypedDict as ArmorAllowRuleTypedDict
    from .armor_auto_mode import ArmorAutoMode as ArmorAutoMode
    from .armor_auto_mode import ArmorAutoModeTypedDict as ArmorAutoModeTypedDict
    from .armor_classifier_context import ArmorClassifierContext as ArmorClassifierContext
    from .armor_classifier_context import ArmorClassifierContextTypedDict as ArmorClassifierContextTypedDict
    from .armor_deny_rule import ArmorDenyRule as ArmorDenyRule
    from .armor_deny_rule import ArmorDenyRuleTypedDict as ArmorDenyRuleTypedDict
    from .armor_environment_entry import ArmorEnvironmentEntry as ArmorEnvironmentEntry
    from .armor_environment_entry import ArmorEnvironmentEntryTypedDict as ArmorEnvironmentEntryTypedDict
    from .armor_mode import ArmorMode as ArmorMode
    from .armor_on_error import ArmorOnError as ArmorOnError
    from .armor_output_mode import ArmorOutputMode as ArmorOutputMode
    from .armor_plugin import ArmorPlugin as ArmorPlugin
    from .armor_plugin import ArmorPluginTypedDict as ArmorPluginTypedDict
    from .audio_input_format import AudioInputFormat as AudioInputFormat
    from .audio_output_format import AudioOutputFormat as AudioOutputFormat
    from .audio_voice import AudioVoice as AudioVoice
    from .auto_beta_router_plugin import AutoBetaRouterPlugin as AutoBetaRouterPlugin
    from .auto_beta_router_plugin import AutoBetaRouterPluginTypedDict as AutoBetaRouterPluginTypedDict
    from .auto_router_plugin import AutoRouterPlugin as AutoRouterPlugin
    from .auto_router_plugin import AutoRouterPluginTypedDict as AutoRouterPluginTypedDict
    from .availability_code import AvailabilityCode as AvailabilityCode
    from .availability_constraint import AvailabilityConstraint as AvailabilityConstraint
    from .availability_constraint import AvailabilityConstraintTypedDict as AvailabilityConstraintTypedDict
    from .availability_exclusion import AvailabilityExclusion as AvailabilityExclusion
    from .bash_container_auto import BashContainerAuto as BashContainerAuto
    from .bash_container_auto import BashContainerAutoTypedDict as BashContainerAutoTypedDict
    from .bash_container_reference import BashContainerReference as BashContainerReference
    from .bash_container_reference import BashContainerReferenceTypedDict as BashContainerReferenceTypedDict
    from .bash_engine import BashEngine as BashEngine
    from .bash_environment import BashEnvironment as BashEnvironment
    from .bash_environment import BashEnvironmentTypedDict as BashEnvironmentTypedDict
    from .bash_environment import parse_bash_environment as parse_bash_environment
    from .bash_network_allowlist import BashNetworkAllowlist as BashNetworkAllowlist
    from .bash_network_allowlist import BashNetworkAllowlistTypedDict as BashNetworkAllowlistTypedDict
    from .bash_network_disabled import BashNetworkDisabled as BashNetworkDisabled
    from .bash_network_disabled import BashNetworkDisabledTypedDict as BashNetworkDisabledTypedDict
    from .bash_network_policy import BashNetworkPolicy as BashNetworkPolicy
    from .bash_network_policy import BashNetworkPolicyTypedDict as BashNetworkPolicyTypedDict
    from .bash_network_policy import parse_bash_network_policy as parse_bash_network_policy
    from .bash_parameters import BashParameters as BashParameters
    from .bash_parameters import BashParametersTypedDict as BashParametersTypedDict
    from .bash_server_tool import BashServerTool as BashServerTool
    from .bash_server_tool import BashServerToolTypedDict as BashServerToolTypedDict
    from .byok_key import BYOKKey as BYOKKey
    from .byok_key import BYOKKeyTypedDict as BYOKKeyTypedDict
    from .chat_annotation import ChatAnnotation as ChatAnnotation
    from .chat_annotation import ChatAnnotationTypedDict as ChatAnnotationTypedDict
    from .chat_annotation import parse_chat_annotation as parse_chat_annotation
    from .chat_assistant_image import ChatAssistantImage as ChatAssistantImage
    from .chat_assistant_image import ChatAssistantImageTypedDict as ChatAssistantImageTypedDict
    from .chat_assistant_image_url import ChatAssistantImageURL as ChatAssistantImageURL
    from .chat_assistant_image_url import ChatAssistantImageURLTypedDict as ChatAssistantImageURLTypedDict
    from .chat_assistant_message import ChatAssistantMessage as ChatAssistantMessage
    from .chat_assistant_message import ChatAssistantMessageTypedDict as ChatAssistantMessageTypedDict
    from .chat_audio_options import ChatAudioOptions as ChatAudioOptions
    from .chat_audio_options import ChatAudioOptionsTypedDict as ChatAudioOptionsTypedDict
    from .chat_audio_output import ChatAudioOutput as ChatAudioOutput
    from .chat_audio_output import ChatAudioOutputTypedDict as ChatAudioOutputTypedDict
    from .chat_choice import ChatChoice as ChatChoice
    from .chat_choice import ChatChoiceTypedDict as ChatChoiceTypedDict
    from .chat_choice_error import ChatChoiceError as ChatChoiceError
    from .chat_choice_error import ChatChoiceErrorTypedDict as ChatChoiceErrorTypedDict
    from .chat_configuration_update import ChatConfigurationUpdate as ChatConfigurationUpdate
    from .chat_configuration_update import ChatConfigurationUpdateTypedDict as ChatConfigurationUpdateTypedDict
    from .chat_configuration_update_reasoning import (
        ChatConfigurationUpdateReasoning as ChatConfigurationUpdateReasoning,
    )
    from .chat_configuration_update_reasoning import (
        ChatConfigurationUpdateReasoningTypedDict as ChatConfigurationUpdateReasoningTypedDict,
    )
    from .chat_content_audio import ChatContentAudio as ChatContentAudio
    from .chat_content_audio import ChatContentAudioTypedDict as ChatContentAudioTypedDict
    from .chat_content_cache_control import ChatContentCacheControl as ChatContentCacheControl
    from .chat_content_cache_control import ChatContentCacheControlTypedDict as ChatContentCacheControlTypedDict
    from .chat_content_file import ChatContentFile as ChatContentFile
    from .chat_content_file import ChatContentFileTypedDict as ChatContentFileTypedDict
    from .chat_content_image import ChatContentImage as ChatContentImage
    from .chat_content_image import ChatContentImageTypedDict as ChatContentImageTypedDict
    from .chat_content_image_url import ChatContentImageURL as ChatContentImageURL
    from .chat_content_image_url import ChatContentImageURLTypedDict as ChatContentImageURLTypedDict
    from .chat_content_items import ChatContentItems as ChatContentItems
    from .chat_content_items import ChatContentItemsTypedDict as ChatContentItemsTypedDict
    from .chat_content_items import parse_chat_content_items as parse_chat_content_items
    from .chat_content_text import ChatContentText as ChatContentText
    from .chat_content_text import ChatContentTextTypedDict as ChatContentTextTypedDict
    from .chat_content_video import ChatContentVideo as ChatContentVideo
    from .chat_content_video import ChatContentVideoTypedDict as ChatContentVideoTypedDict
    from .chat_content_video_input import ChatContentVideoInput as ChatContentVideoInput
    from .chat_content_video_input import ChatContentVideoInputTypedDict as ChatContentVideoInputTypedDict
    from .chat_debug_options import ChatDebugOptions as ChatDebugOptions
    from .chat_debug_options import ChatDebugOptionsTypedDict as ChatDebugOptionsTypedDict
    from .chat_developer_message import ChatDeveloperMessage as ChatDeveloperMessage
    from .chat_developer_message import ChatDeveloperMessageTypedDict as ChatDeveloperMessageTypedDict
    from .chat_file import ChatFile as ChatFile
    from .chat_file import ChatFileTypedDict as ChatFileTypedDict
    from .chat_finish_reason import ChatFinishReason as ChatFinishReason
    from .chat_format_grammar_config import ChatFormatGrammarConfig as ChatFormatGrammarConfig
    from .chat_format_grammar_config import ChatFormatGrammarConfigTypedDict as ChatFormatGrammarConfigTypedDict
    from .chat_format_json_schema_config import ChatFormatJSONSchemaConfig as ChatFormatJSONSchemaConfig
    from .chat_format_json_schema_config import (
        ChatFormatJSONSchemaConfigTypedDict as ChatFormatJSONSchemaConfigTypedDict,
    )
    from .chat_format_python_config import ChatFormatPythonConfig as ChatFormatPythonConfig
    from .chat_format_python_config import ChatFormatPythonConfigTypedDict as ChatFormatPythonConfigTypedDict
    from .chat_format_text_config import ChatFormatTextConfig as ChatFormatTextConfig
    from .chat_format_text_config import ChatFormatTextConfigTypedDict as ChatFormatTextConfigTypedDict
    from .chat_function_definition import ChatFunctionDefinition as ChatFunctionDefinition
    from .chat_function_definition import ChatFunctionDefinitionTypedDict as ChatFunctionDefinitionTypedDict
    from .chat_function_tool import ChatFunctionTool as ChatFunctionTool
    from .chat_function_tool import ChatFunctionToolTypedDict as ChatFunctionToolTypedDict
    from .chat_function_tool import parse_chat_function_tool as parse_chat_function_tool
    from .chat_function_tool_function import ChatFunctionToolFunction as ChatFunctionToolFunction
    from .chat_function_tool_function import ChatFunctionToolFunctionTypedDict as ChatFunctionToolFunctionTypedDict
    from .chat_input_audio import ChatInputAudio as ChatInputAudio
    from .chat_input_audio import ChatInputAudioTypedDict as ChatInputAudioTypedDict
    from .chat_json_schema_config import ChatJSONSchemaConfig as ChatJSONSchemaConfig
    from .chat_json_schema_config import ChatJSONSchemaConfigTypedDict as ChatJSONSchemaConfigTypedDict
    from .chat_messages import ChatMessages as ChatMessages
    from .chat_messages import ChatMessagesTypedDict as ChatMessagesTypedDict
    from .chat_messages import parse_chat_messages as parse_chat_messages
    from .chat_named_tool_choice import ChatNamedToolChoice as ChatNamedToolChoice
    from .chat_named_tool_choice import ChatNamedToolChoiceTypedDict as ChatNamedToolChoiceTypedDict
    from .chat_named_tool_choice_function import ChatNamedToolChoiceFunction as ChatNamedToolChoiceFunction
    from .chat_named_tool_choice_function import (
        ChatNamedToolChoiceFunctionTypedDict as ChatNamedToolChoiceFunctionTypedDict,
    )
    from .chat_prediction import ChatPrediction as ChatPrediction
    from .chat_prediction import ChatPredictionTypedDict as ChatPredictionTypedDict
    from .chat_request import ChatRequest as ChatRequest
    from .chat_request import ChatRequestTypedDict as ChatRequestTypedDict
    from .chat_request_plugin import ChatRequestPlugin as ChatRequestPlugin
    from .chat_request_plugin import ChatRequestPluginTypedDict as ChatRequestPluginTypedDict
    from .chat_request_plugin import parse_chat_request_plugin as parse_chat_request_plugin
    from .chat_request_reasoning import ChatRequestReasoning as ChatRequestReasoning
    from .chat_request_reasoning import ChatRequestReasoningTypedDict as ChatRequestReasoningTypedDict
    from .chat_request_service_tier import ChatRequestServiceTier as ChatRequestServiceTier
    from .chat_result import ChatResult as ChatResult
    from .chat_result import ChatResultTypedDict as ChatResultTypedDict
    from .chat_search_models_server_tool import ChatSearchModelsServerTool as ChatSearchModelsServerTool
    from .chat_search_models_server_tool import (
        ChatSearchModelsServerToolTypedDict as ChatSearchModelsServerToolTypedDict,
    )
    from .chat_server_tool_choice import ChatServerToolChoice as ChatServerToolChoice
    from .chat_server_tool_choice import ChatServerToolChoiceTypedDict as ChatServerToolChoiceTypedDict
    from .chat_stream_choice import ChatStreamChoice as ChatStreamChoice
    from .chat_stream_choice import ChatStreamChoiceTypedDict as ChatStreamChoiceTypedDict
    from .chat_stream_chunk import ChatStreamChunk as ChatStreamChunk
    from .chat_stream_chunk import ChatStreamChunkTypedDict as ChatStreamChunkTypedDict
    from .chat_stream_debug import ChatStreamDebug as ChatStreamDebug
    from .chat_stream_debug import ChatStreamDebugTypedDict as ChatStreamDebugTypedDict
    from .chat_stream_delta import ChatStreamDelta as ChatStreamDelta
    from .chat_stream_delta import ChatStreamDeltaTypedDict as ChatStreamDeltaTypedDict
    from .chat_stream_options import ChatStreamOptions as ChatStreamOptions
    from .chat_stream_options import ChatStreamOptionsTypedDict as ChatStreamOptionsTypedDict
    from .chat_stream_role import ChatStreamRole as ChatStreamRole
    from .chat_stream_tool_call import ChatStreamToolCall as ChatStreamToolCall
    from .chat_stream_tool_call import ChatStreamToolCallTypedDict as ChatStreamToolCallTypedDict
    from .chat_stream_tool_call_function import ChatStreamToolCallFunction as ChatStreamToolCallFunction
    from .chat_stream_tool_call_function import (
        ChatStreamToolCallFunctionTypedDict as ChatStreamToolCallFunctionTypedDict,
    )
    from .chat_stream_tool_call_type import ChatStreamToolCallType as ChatStreamToolCallType
    from .chat_system_message import ChatSystemMessage as ChatSystemMessage
    from .chat_system_message import ChatSystemMessageTypedDict as ChatSystemMessageTypedDict
    from .chat_token_logprob import ChatTokenLogprob as ChatTokenLogprob
    from .chat_token_logprob import ChatTokenLogprobTypedDict as ChatTokenLogprobTypedDict
    from .chat_token_logprobs import ChatTokenLogprobs as ChatTokenLogprobs
    from .chat_token_logprobs import ChatTokenLogprobsTypedDict as ChatTokenLogprobsTypedDict
    from .chat_tool_call import ChatToolCall as ChatToolCall
    from .chat_tool_call import ChatToolCallTypedDict as ChatToolCallTypedDict
    from .chat_tool_call_function import ChatToolCallFunction as ChatToolCallFunction
    from .chat_tool_call_function import ChatToolCallFunctionTypedDict as ChatToolCallFunctionTypedDict
    from .chat_tool_choice_mode import ChatToolChoiceMode as ChatToolChoiceMode
    from .chat_tool_choice_object import ChatToolChoiceObject as ChatToolChoiceObject
    from .chat_tool_choice_object import ChatToolChoiceObjectTypedDict as ChatToolChoiceObjectTypedDict
    from .chat_tool_choice_object import parse_chat_tool_choice_object as parse_chat_tool_choice_object
    from .chat_tool_message import ChatToolMessage as ChatToolMessage
    from .chat_tool_message import ChatToolMessageTypedDict as ChatToolMessageTypedDict
    from .chat_top_logprob import ChatTopLogprob as ChatTopLogprob
    from .chat_top_logprob import ChatTopLogprobTypedDict as ChatTopLogprobTypedDict
    from .chat_usage import ChatUsage as ChatUsage
    from .chat_usage import ChatUsageTypedDict as ChatUsageTypedDict
    from .chat_usage_options import ChatUsageOptions as ChatUsageOptions
    from .chat_usage_options import ChatUsageOptionsTypedDict as ChatUsageOptionsTypedDict
    from .chat_user_message import ChatUserMessage as ChatUserMessage
    from .chat_user_message import ChatUserMessageTypedDict as ChatUserMessageTypedDict
    from .chat_web_search_options import ChatWebSearchOptions as ChatWebSearchOptions
    from .chat_web_search_options import ChatWebSearchOptionsTypedDict as ChatWebSearchOptionsTypedDict
    from .chat_web_search_options_user_location import (
        ChatWebSearchOptionsUserLocation as ChatWebSearchOptionsUserLocation,
    )
    from .chat_web_search_options_user_location import (
        ChatWebSearchOptionsUserLocationTypedDict as ChatWebSearchOptionsUserLocationTypedDict,
    )
    from .chat_web_search_shorthand import ChatWebSearchShorthand as ChatWebSearchShorthand
    from .chat_web_search_shorthand import ChatWebSearchShorthandTypedDict as ChatWebSearchShorthandTypedDict
    from .chat_web_search_shorthand_type import ChatWebSearchShorthandType as ChatWebSearchShorthandType
    from .completion_tokens_details import CompletionTokensDetails as CompletionTokensDetails
    from .completion_tokens_details import CompletionTokensDetailsTypedDict as CompletionTokensDetailsTypedDict
    from .content_image_url import ContentImageURL as ContentImageURL
    from .content_image_url import ContentImageURLTypedDict as ContentImageURLTypedDict
    from .content_part_input_audio import ContentPartInputAudio as ContentPartInputAudio
    from .content_part_input_audio import ContentPartInputAudioTypedDict as ContentPartInputAudioTypedDict
    from .content_part_input_file import ContentPartInputFile as ContentPartInputFile
    from .content_part_input_file import ContentPartInputFileTypedDict as ContentPartInputFileTypedDict
    from .content_part_input_video import ContentPartInputVideo as ContentPartInputVideo
    from .content_part_input_video import ContentPartInputVideoTypedDict as ContentPartInputVideoTypedDict
    from .content_text import ContentText as ContentText
    from .content_text import ContentTextTypedDict as ContentTextTypedDict
    from .context_compression_engine import ContextCompressionEngine as ContextCompressionEngine
    from .context_compression_plugin import ContextCompressionPlugin as ContextCompressionPlugin
    from .context_compression_plugin import ContextCompressionPluginTypedDict as ContextCompressionPluginTypedDict
    from .cost_details import CostDetails as CostDetails
    from .cost_details import CostDetailsTypedDict as CostDetailsTypedDict
    from .cost_tier import CostTier as CostTier
    from .create_byok_key_request import CreateBYOKKeyRequest as CreateBYOKKeyRequest
    from .create_byok_key_request import CreateBYOKKeyRequestTypedDict as CreateBYOKKeyRequestTypedDict
    from .create_byok_key_response import CreateBYOKKeyResponse as CreateBYOKKeyResponse
    from .create_byok_key_response import CreateBYOKKeyResponseTypedDict as CreateBYOKKeyResponseTypedDict
    from .create_embeddings_data import CreateEmbeddingsData as CreateEmbeddingsData
    from .create_embeddings_data import CreateEmbeddingsDataTypedDict as CreateEmbeddingsDataTypedDict
    from .create_embeddings_request_body import CreateEmbeddingsRequestBody as CreateEmbeddingsRequestBody
    from .create_embeddings_request_body import (
        CreateEmbeddingsRequestBodyTypedDict as CreateEmbeddingsRequestBodyTypedDict,
    )
    from .create_embeddings_response_body import CreateEmbeddingsResponseBody as CreateEmbeddingsResponseBody
    from .create_embeddings_response_body import (
        CreateEmbeddingsResponseBodyTypedDict as CreateEmbeddingsResponseBodyTypedDict,
    )
    from .create_embeddings_usage import CreateEmbeddingsUsage as CreateEmbeddingsUsage
    from .create_embeddings_usage import CreateEmbeddingsUsageTypedDict as CreateEmbeddingsUsageTypedDict
    from .create_rerank_request_body import CreateRerankRequestBody as CreateRerankRequestBody
    from .create_rerank_request_body import CreateRerankRequestBodyTypedDict as CreateRerankRequestBodyTypedDict
    from .create_rerank_response_body import CreateRerankResponseBody as CreateRerankResponseBody
    from .create_rerank_response_body import CreateRerankResponseBodyTypedDict as CreateRerankResponseBodyTypedDict
    from .create_rerank_usage import CreateRerankUsage as CreateRerankUsage
    from .create_rerank_usage import CreateRerankUsageTypedDict as CreateRerankUsageTypedDict
    from .da_benchmark_entry import DABenchmarkEntry as DABenchmarkEntry
    from .da_benchmark_entry import DABenchmarkEntryTypedDict as DABenchmarkEntryTypedDict
    from .data_collection import DataCollection as DataCollection
    from .data_region import DataRegion as DataRegion
    from .datetime_parameters import DatetimeParameters as DatetimeParameters
    from .datetime_parameters import DatetimeParametersTypedDict as DatetimeParametersTypedDict
    from .datetime_server_tool import DatetimeServerTool as DatetimeServerTool
    from .datetime_server_tool import DatetimeServerToolTypedDict as DatetimeServerToolTypedDict
    from .default_parameters import DefaultParameters as DefaultParameters
    from .default_parameters import DefaultParametersTypedDict as DefaultParametersTypedDict
    from .deferred_tool_search import DeferredToolSearch as DeferredToolSearch
    from .deferred_tool_search import DeferredToolSearchTypedDict as DeferredToolSearchTypedDict
    from .deferred_tool_search import parse_deferred_tool_search as parse_deferred_tool_search
    from .deferred_tool_search_bm_25 import DeferredToolSearchBm25 as DeferredToolSearchBm25
    from .deferred_tool_search_bm_25 import DeferredToolSearchBm25TypedDict as DeferredToolSearchBm25TypedDict
    from .deferred_tool_search_custom import DeferredToolSearchCustom as DeferredToolSearchCustom
    from .deferred_tool_search_custom import DeferredToolSearchCustomTypedDict as DeferredToolSearchCustomTypedDict
    from .deferred_tool_search_regex import DeferredToolSearchRegex as DeferredToolSearchRegex
    from .deferred_tool_search_regex import DeferredToolSearchRegexTypedDict as DeferredToolSearchRegexTypedDict
    from .deferred_tools import DeferredTools as DeferredTools
    from .deferred_tools import DeferredToolsTypedDict as DeferredToolsTypedDict
    from .delete_byok_key_response import DeleteBYOKKeyResponse as DeleteBYOKKeyResponse
    from .delete_byok_key_response import DeleteBYOKKeyResponseTypedDict as DeleteBYOKKeyResponseTypedDict
    from .document_request import DocumentRequest as DocumentRequest
    from .document_request import DocumentRequestTypedDict as DocumentRequestTypedDict
    from .document_response import DocumentResponse as DocumentResponse
    from .document_response import DocumentResponseTypedDict as DocumentResponseTypedDict
    from .dynamic_server_tool import DynamicServerTool as DynamicServerTool
    from .dynamic_server_tool import DynamicServerToolTypedDict as DynamicServerToolTypedDict
    from .embeddings_content import EmbeddingsContent as EmbeddingsContent
    from .embeddings_content import EmbeddingsContentTypedDict as EmbeddingsContentTypedDict
    from .embeddings_content import parse_embeddings_content as parse_embeddings_content
    from .embeddings_encoding_format import EmbeddingsEncodingFormat as EmbeddingsEncodingFormat
    from .embeddings_input import EmbeddingsInput as EmbeddingsInput
    from .embeddings_input import EmbeddingsInputTypedDict as EmbeddingsInputTypedDict
    from .embeddings_prompt_tokens_details import EmbeddingsPromptTokensDetails as EmbeddingsPromptTokensDetails
    from .embeddings_prompt_tokens_details import (
        EmbeddingsPromptTokensDetailsTypedDict as EmbeddingsPromptTokensDetailsTypedDict,
    )
    from .endpoint_info import EndpointInfo as EndpointInfo
    from .endpoint_info import EndpointInfoTypedDict as EndpointInfoTypedDict
    from .endpoint_performance import EndpointPerformance as EndpointPerformance
    from .endpoint_performance import EndpointPerformanceTypedDict as EndpointPerformanceTypedDict
    from .endpoint_service_tier import EndpointServiceTier as EndpointServiceTier
    from .endpoints_metadata import EndpointsMetadata as EndpointsMetadata
    from .endpoints_metadata import EndpointsMetadataTypedDict as EndpointsMetadataTypedDict
    from .error_alignment import ErrorAlignment as ErrorAlignment
    from .error_alignment import ErrorAlignmentTypedDict as ErrorAlignmentTypedDict
    from .error_availability import ErrorAvailability as ErrorAvailability
    from .error_availability import ErrorAvailabilityTypedDict as ErrorAvailabilityTypedDict
    from .error_details import ErrorDetails as ErrorDetails
    from .error_details import ErrorDetailsTypedDict as ErrorDetailsTypedDict
    from .error_metadata import ErrorMetadata as ErrorMetadata
    from .error_metadata import ErrorMetadataTypedDict as ErrorMetadataTypedDict
    from .error_response import ErrorResponse as ErrorResponse
    from .error_response import ErrorResponseTypedDict as ErrorResponseTypedDict
    from .error_type import ErrorType as ErrorType
    from .feedback_category import FeedbackCategory as FeedbackCategory
    from .file_annotation import FileAnnotation as FileAnnotation
    from .file_annotation import FileAnnotationTypedDict as FileAnnotationTypedDict
    from .file_annotation_content import FileAnnotationContent as FileAnnotationContent
    from .file_annotation_content import FileAnnotationContentTypedDict as FileAnnotationContentTypedDict
    from .file_annotation_content import parse_file_annotation_content as parse_file_annotation_content
    from .file_annotation_file import FileAnnotationFile as FileAnnotationFile
    from .file_annotation_file import FileAnnotationFileTypedDict as FileAnnotationFileTypedDict
    from .file_parser_pdf import FileParserPdf as FileParserPdf
    from .file_parser_pdf import FileParserPdfTypedDict as FileParserPdfTypedDict
    from .file_parser_plugin import FileParserPlugin as FileParserPlugin
    from .file_parser_plugin import FileParserPluginTypedDict as FileParserPluginTypedDict
    from .files_parameters import FilesParameters as FilesParameters
    from .files_parameters import FilesParametersTypedDict as FilesParametersTypedDict
    from .files_server_tool import FilesServerTool as FilesServerTool
    from .files_server_tool import FilesServerToolTypedDict as FilesServerToolTypedDict
    from .format_json_object_config import FormatJSONObjectConfig as FormatJSONObjectConfig
    from .format_json_object_config import FormatJSONObjectConfigTypedDict as FormatJSONObjectConfigTypedDict
    from .free_model_daily_requests import FreeModelDailyRequests as FreeModelDailyRequests
    from .free_model_daily_requests import FreeModelDailyRequestsTypedDict as FreeModelDailyRequestsTypedDict
    from .fusion_parameters import FusionParameters as FusionParameters
    from .fusion_parameters import FusionParametersTypedDict as FusionParametersTypedDict
    from .fusion_plugin import FusionPlugin as FusionPlugin
    from .fusion_plugin import FusionPluginTypedDict as FusionPluginTypedDict
    from .fusion_plugin_tool import FusionPluginTool as FusionPluginTool
    from .fusion_plugin_tool import FusionPluginToolTypedDict as FusionPluginToolTypedDict
    from .fusion_preset import FusionPreset as FusionPreset
    from .fusion_server_tool import FusionServerTool as FusionServerTool
    from .fusion_server_tool import FusionServerToolTypedDict as FusionServerToolTypedDict
    from .generation_content_data import GenerationContentData as GenerationContentData
    from .generation_content_data import GenerationContentDataTypedDict as GenerationContentDataTypedDict
    from .generation_content_data_input import GenerationContentDataInput as GenerationContentDataInput
    from .generation_content_data_input import (
        GenerationContentDataInputTypedDict as GenerationContentDataInputTypedDict,
    )
    from .generation_content_data_output import GenerationContentDataOutput as GenerationContentDataOutput
    from .generation_content_data_output import (
        GenerationContentDataOutputTypedDict as GenerationContentDataOutputTypedDict,
    )
    from .generation_content_error import GenerationContentError as GenerationContentError
    from .generation_content_error import GenerationContentErrorTypedDict as GenerationContentErrorTypedDict
    from .generation_content_error_attempt import GenerationContentErrorAttempt as GenerationContentErrorAttempt
    from .generation_content_error_attempt import (
        GenerationContentErrorAttemptTypedDict as GenerationContentErrorAttemptTypedDict,
    )
    from .generation_content_response import GenerationContentResponse as GenerationContentResponse
    from .generation_content_response import GenerationContentResponseTypedDict as GenerationContentResponseTypedDict
    from .generation_response import GenerationResponse as GenerationResponse
    from .generation_response import GenerationResponseTypedDict as GenerationResponseTypedDict
    from .generation_response_data import GenerationResponseData as GenerationResponseData
    from .generation_response_data import GenerationResponseDataTypedDict as GenerationResponseDataTypedDict
    from .get_byok_key_response import GetBYOKKeyResponse as GetBYOKKeyResponse
    from .get_byok_key_response import GetBYOKKeyResponseTypedDict as GetBYOKKeyResponseTypedDict
    from .get_credits_data import GetCreditsData as GetCreditsData
    from .get_credits_data import GetCreditsDataTypedDict as GetCreditsDataTypedDict
    from .get_credits_response import GetCreditsResponse as GetCreditsResponse
    from .get_credits_response import GetCreditsResponseTypedDict as GetCreditsResponseTypedDict
    from .get_current_key_data import GetCurrentKeyData as GetCurrentKeyData
    from .get_current_key_data import GetCurrentKeyDataTypedDict as GetCurrentKeyDataTypedDict
    from .get_current_key_response import GetCurrentKeyResponse as GetCurrentKeyResponse
    from .get_current_key_response import GetCurrentKeyResponseTypedDict as GetCurrentKeyResponseTypedDict
    from .get_tool_response import GetToolResponse as GetToolResponse
    from .get_tool_response import GetToolResponseTypedDict as GetToolResponseTypedDict
    from .image_detail import ImageDetail as ImageDetail
    from .image_generation_parameters import ImageGenerationParameters as ImageGenerationParameters
    from .image_generation_parameters import ImageGenerationParametersTypedDict as ImageGenerationParametersTypedDict
    from .image_generation_server_tool import ImageGenerationServerTool as ImageGenerationServerTool
    from .image_generation_server_tool import ImageGenerationServerToolTypedDict as ImageGenerationServerToolTypedDict
    from .image_url import ImageURL as ImageURL
    from .image_url import ImageURLTypedDict as ImageURLTypedDict
    from .in_flight_budget_reason import InFlightBudgetReason as InFlightBudgetReason
    from .input_modality import InputModality as InputModality
    from .instruct_type import InstructType as InstructType
    from .jev_router_plugin import JevRouterPlugin as JevRouterPlugin
    from .jev_router_plugin import JevRouterPluginTypedDict as JevRouterPluginTypedDict
    from .key_budget import KeyBudget as KeyBudget
    from .key_budget import KeyBudgetTypedDict as KeyBudgetTypedDict
    from .key_budget_reset_interval import KeyBudgetResetInterval as KeyBudgetResetInterval
    from .key_budget_scope import KeyBudgetScope as KeyBudgetScope
    from .legacy_chat_content_video import LegacyChatContentVideo as LegacyChatContentVideo
    from .legacy_chat_content_video import LegacyChatContentVideoTypedDict as LegacyChatContentVideoTypedDict
    from .legacy_file_annotation import LegacyFileAnnotation as LegacyFileAnnotation
    from .legacy_file_annotation import LegacyFileAnnotationTypedDict as LegacyFileAnnotationTypedDict
    from .legacy_file_annotation_file import LegacyFileAnnotationFile as LegacyFileAnnotationFile
    from .legacy_file_annotation_file import LegacyFileAnnotationFileTypedDict as LegacyFileAnnotationFileTypedDict
    from .limit_source import LimitSource as LimitSource
    from .list_byok_keys_response import ListBYOKKeysResponse as ListBYOKKeysResponse
    from .list_byok_keys_response import ListBYOKKeysResponseTypedDict as ListBYOKKeysResponseTypedDict
    from .list_endpoints_response import ListEndpointsResponse as ListEndpointsResponse
    from .list_endpoints_response import ListEndpointsResponseTypedDict as ListEndpointsResponseTypedDict
    from .list_endpoints_zdr_response import ListEndpointsZdrResponse as ListEndpointsZdrResponse
    from .list_endpoints_zdr_response import ListEndpointsZdrResponseTypedDict as ListEndpointsZdrResponseTypedDict
    from .list_providers_data import ListProvidersData as ListProvidersData
    from .list_providers_data import ListProvidersDataTypedDict as ListProvidersDataTypedDict
    from .list_providers_response import ListProvidersResponse as ListProvidersResponse
    from .list_providers_response import ListProvidersResponseTypedDict as ListProvidersResponseTypedDict
    from .list_tools_response import ListToolsResponse as ListToolsResponse
    from .list_tools_response import ListToolsResponseTypedDict as ListToolsResponseTypedDict
    from .metadata_level import MetadataLevel as MetadataLevel
    from .modality import Modality as Modality
    from .model import Model as Model
    from .model import ModelTypedDict as ModelTypedDict
    from .model_alias_target import ModelAliasTarget as ModelAliasTarget
    from .model_alias_target import ModelAliasTargetTypedDict as ModelAliasTargetTypedDict
    from .model_architecture import ModelArchitecture as ModelArchitecture
    from .model_architecture import ModelArchitectureTypedDict as ModelArchitectureTypedDict
    from .model_benchmarks import ModelBenchmarks as ModelBenchmarks
    from .model_benchmarks import ModelBenchmarksTypedDict as ModelBenchmarksTypedDict
    from .model_category import ModelCategory as ModelCategory
    from .model_endpoints_response import ModelEndpointsResponse as ModelEndpointsResponse
    from .model_endpoints_response import ModelEndpointsResponseTypedDict as ModelEndpointsResponseTypedDict
    from .model_group import ModelGroup as ModelGroup
    from .model_links import ModelLinks as ModelLinks
    from .model_links import ModelLinksTypedDict as ModelLinksTypedDict
    from .model_reasoning import ModelReasoning as ModelReasoning
    from .model_reasoning import ModelReasoningTypedDict as ModelReasoningTypedDict
    from .model_region import ModelRegion as ModelRegion
    from .model_response import ModelResponse as ModelResponse
    from .model_response import ModelResponseTypedDict as ModelResponseTypedDict
    from .models_count_response import ModelsCountResponse as ModelsCountResponse
    from .models_count_response import ModelsCountResponseTypedDict as ModelsCountResponseTypedDict
    from .models_count_response_data import ModelsCountResponseData as ModelsCountResponseData
    from .models_count_response_data import ModelsCountResponseDataTypedDict as ModelsCountResponseDataTypedDict
    from .models_list_response import ModelsListResponse as ModelsListResponse
    from .models_list_response import ModelsListResponseTypedDict as ModelsListResponseTypedDict
    from .models_sort import ModelsSort as ModelsSort
    from .moderation_plugin import ModerationPlugin as ModerationPlugin
    from .moderation_plugin import ModerationPluginTypedDict as ModerationPluginTypedDict
    from .multimodal_media import MultimodalMedia as MultimodalMedia
    from .multimodal_media import MultimodalMediaTypedDict as MultimodalMediaTypedDict
    from .native_finish_reason import NativeFinishReason as NativeFinishReason
    from .native_support import NativeSupport as NativeSupport
    from .native_support import NativeSupportTypedDict as NativeSupportTypedDict
    from .native_tools import NativeTools as NativeTools
    from .native_tools import NativeToolsTypedDict as NativeToolsTypedDict
    from .open_router_metadata import OpenRouterMetadata as OpenRouterMetadata
    from .open_router_metadata import OpenRouterMetadataTypedDict as OpenRouterMetadataTypedDict
    from .output_modality import OutputModality as OutputModality
    from .page_links import PageLinks as PageLinks
    from .page_links import PageLinksTypedDict as PageLinksTypedDict
    from .parameter import Parameter as Parameter
    from .pareto_router_plugin import ParetoRouterPlugin as ParetoRouterPlugin
    from .pareto_router_plugin import ParetoRouterPluginTypedDict as ParetoRouterPluginTypedDict
    from .pdf_engine import PdfEngine as PdfEngine
    from .per_request_limits import PerRequestLimits as PerRequestLimits
    from .per_request_limits import PerRequestLimitsTypedDict as PerRequestLimitsTypedDict
    from .percentile_latency_cutoffs import PercentileLatencyCutoffs as PercentileLatencyCutoffs
    from .percentile_latency_cutoffs import PercentileLatencyCutoffsTypedDict as PercentileLatencyCutoffsTypedDict
    from .percentile_stats import PercentileStats as PercentileStats
    from .percentile_stats import PercentileStatsTypedDict as PercentileStatsTypedDict
    from .percentile_throughput_cutoffs import PercentileThroughputCutoffs as PercentileThroughputCutoffs
    from .percentile_throughput_cutoffs import (
        PercentileThroughputCutoffsTypedDict as PercentileThroughputCutoffsTypedDict,
    )
    from .pipeline_stage import PipelineStage as PipelineStage
    from .pipeline_stage import PipelineStageTypedDict as PipelineStageTypedDict
    from .pipeline_stage_name import PipelineStageName as PipelineStageName
    from .pipeline_stage_type import PipelineStageType as PipelineStageType
    from .previous_error import PreviousError as PreviousError
    from .previous_error import PreviousErrorTypedDict as PreviousErrorTypedDict
    from .price_source import PriceSource as PriceSource
    from .pricing_override import PricingOverride as PricingOverride
    from .pricing_override import PricingOverrideTypedDict as PricingOverrideTypedDict
    from .prompt_cache_breakpoint import PromptCacheBreakpoint as PromptCacheBreakpoint
    from .prompt_cache_breakpoint import PromptCacheBreakpointTypedDict as PromptCacheBreakpointTypedDict
    from .prompt_cache_options import PromptCacheOptions as PromptCacheOptions
    from .prompt_cache_options import PromptCacheOptionsTypedDict as PromptCacheOptionsTypedDict
    from .prompt_cache_ttl import PromptCacheTtl as PromptCacheTtl
    from .prompt_tokens_details import PromptTokensDetails as PromptTokensDetails
    from .prompt_tokens_details import PromptTokensDetailsTypedDict as PromptTokensDetailsTypedDict
    from .provider_max_price import ProviderMaxPrice as ProviderMaxPrice
    from .provider_max_price import ProviderMaxPriceTypedDict as ProviderMaxPriceTypedDict
    from .provider_name import ProviderName as ProviderName
    from .provider_preferences import ProviderPreferences as ProviderPreferences
    from .provider_preferences import ProviderPreferencesTypedDict as ProviderPreferencesTypedDict
    from .provider_response import ProviderResponse as ProviderResponse
    from .provider_response import ProviderResponseTypedDict as ProviderResponseTypedDict
    from .provider_slug import ProviderSlug as ProviderSlug
    from .provider_sort import ProviderSort as ProviderSort
    from .provider_sort_config import ProviderSortConfig as ProviderSortConfig
    from .provider_sort_config import ProviderSortConfigTypedDict as ProviderSortConfigTypedDict
    from .provider_sort_partition import ProviderSortPartition as ProviderSortPartition
    from .public_endpoint import PublicEndpoint as PublicEndpoint
    from .public_endpoint import PublicEndpointTypedDict as PublicEndpointTypedDict
    from .public_pricing import PublicPricing as PublicPricing
    from .public_pricing import PublicPricingTypedDict as PublicPricingTypedDict
    from .quantization import Quantization as Quantization
    from .rate_limit import RateLimit as RateLimit
    from .rate_limit import RateLimitTypedDict as RateLimitTypedDict
    from .reasoning_context import ReasoningContext as ReasoningContext
    from .reasoning_detail_encrypted import ReasoningDetailEncrypted as ReasoningDetailEncrypted
    from .reasoning_detail_encrypted import ReasoningDetailEncryptedTypedDict as ReasoningDetailEncryptedTypedDict
    from .reasoning_detail_server_tool_call import ReasoningDetailServerToolCall as ReasoningDetailServerToolCall
    from .reasoning_detail_server_tool_call import (
        ReasoningDetailServerToolCallTypedDict as ReasoningDetailServerToolCallTypedDict,
    )
    from .reasoning_detail_summary import ReasoningDetailSummary as ReasoningDetailSummary
    from .reasoning_detail_summary import ReasoningDetailSummaryTypedDict as ReasoningDetailSummaryTypedDict
    from .reasoning_detail_text import ReasoningDetailText as ReasoningDetailText
    from .reasoning_detail_text import ReasoningDetailTextTypedDict as ReasoningDetailTextTypedDict
    from .reasoning_detail_union import ReasoningDetailUnion as ReasoningDetailUnion
    from .reasoning_detail_union import ReasoningDetailUnionTypedDict as ReasoningDetailUnionTypedDict
    from .reasoning_detail_union import parse_reasoning_detail_union as parse_reasoning_detail_union
    from .reasoning_effort import ReasoningEffort as ReasoningEffort
    from .reasoning_format import ReasoningFormat as ReasoningFormat
    from .reasoning_mode import ReasoningMode as ReasoningMode
    from .reasoning_summary_verbosity import ReasoningSummaryVerbosity as ReasoningSummaryVerbosity
    from .rerank_result import RerankResult as RerankResult
    from .rerank_result import RerankResultTypedDict as RerankResultTypedDict
    from .response_format import ResponseFormat as ResponseFormat
    from .response_format import ResponseFormatTypedDict as ResponseFormatTypedDict
    from .response_format import parse_response_format as parse_response_format
    from .response_healing_plugin import ResponseHealingPlugin as ResponseHealingPlugin
    from .response_healing_plugin import ResponseHealingPluginTypedDict as ResponseHealingPluginTypedDict
    from .route import Route as Route
    from .router_attempt import RouterAttempt as RouterAttempt
    from .router_attempt import RouterAttemptTypedDict as RouterAttemptTypedDict
    from .router_params import RouterParams as RouterParams
    from .router_params import RouterParamsTypedDict as RouterParamsTypedDict
    from .routing_funnel_step import RoutingFunnelStep as RoutingFunnelStep
    from .routing_funnel_step import RoutingFunnelStepTypedDict as RoutingFunnelStepTypedDict
    from .routing_strategy import RoutingStrategy as RoutingStrategy
    from .safeguard_outcome import SafeguardOutcome as SafeguardOutcome
    from .safeguard_result import SafeguardResult as SafeguardResult
    from .safeguard_result import SafeguardResultTypedDict as SafeguardResultTypedDict
    from .safeguard_status import SafeguardStatus as SafeguardStatus
    from .safeguard_status import SafeguardStatusTypedDict as SafeguardStatusTypedDict
    from .safeguard_tool_use import SafeguardToolUse as SafeguardToolUse
    from .safeguard_tool_use import SafeguardToolUseTypedDict as SafeguardToolUseTypedDict
    from .safeguard_tool_use import parse_safeguard_tool_use as parse_safeguard_tool_use
    from .safeguard_tool_use_evaluated import SafeguardToolUseEvaluated as SafeguardToolUseEvaluated
    from .safeguard_tool_use_evaluated import SafeguardToolUseEvaluatedTypedDict as SafeguardToolUseEvaluatedTypedDict
    from .safeguard_tool_use_skipped import SafeguardToolUseSkipped as SafeguardToolUseSkipped
    from .safeguard_tool_use_skipped import SafeguardToolUseSkippedTypedDict as SafeguardToolUseSkippedTypedDict
    from .safeguard_tool_use_unavailable import SafeguardToolUseUnavailable as SafeguardToolUseUnavailable
    from .safeguard_tool_use_unavailable import (
        SafeguardToolUseUnavailableTypedDict as SafeguardToolUseUnavailableTypedDict,
    )
    from .search_context_size import SearchContextSize as SearchContextSize
    from .search_models_parameters import SearchModelsParameters as SearchModelsParameters
    from .search_models_parameters import SearchModelsParametersTypedDict as SearchModelsParametersTypedDict
    from .server_tool import ServerTool as ServerTool
    from .server_tool import ServerToolTypedDict as ServerToolTypedDict
    from .server_tool_api_format import ServerToolApiFormat as ServerToolApiFormat
    from .server_tool_byok import ServerToolByok as ServerToolByok
    from .server_tool_details import ServerToolDetails as ServerToolDetails
    from .server_tool_details import ServerToolDetailsTypedDict as ServerToolDetailsTypedDict
    from .server_tool_engine import ServerToolEngine as ServerToolEngine
    from .server_tool_engine import ServerToolEngineTypedDict as ServerToolEngineTypedDict
    from .server_tool_executed_by import ServerToolExecutedBy as ServerToolExecutedBy
    from .server_tool_input_name import ServerToolInputName as ServerToolInputName
    from .server_tool_input_name import ServerToolInputNameTypedDict as ServerToolInputNameTypedDict
    from .server_tool_native_model import ServerToolNativeModel as ServerToolNativeModel
    from .server_tool_native_model import ServerToolNativeModelTypedDict as ServerToolNativeModelTypedDict
    from .server_tool_native_support import ServerToolNativeSupport as ServerToolNativeSupport
    from .server_tool_native_support import ServerToolNativeSupportTypedDict as ServerToolNativeSupportTypedDict
    from .server_tool_nested_tool import ServerToolNestedTool as ServerToolNestedTool
    from .server_tool_nested_tool import ServerToolNestedToolTypedDict as ServerToolNestedToolTypedDict
    from .server_tool_output_name import ServerToolOutputName as ServerToolOutputName
    from .server_tool_output_name import ServerToolOutputNameTypedDict as ServerToolOutputNameTypedDict
    from .server_tool_price import ServerToolPrice as ServerToolPrice
    from .server_tool_price import ServerToolPriceTypedDict as ServerToolPriceTypedDict
    from .server_tool_pricing_source import ServerToolPricingSource as ServerToolPricingSource
    from .server_tool_reasoning import ServerToolReasoning as ServerToolReasoning
    from .server_tool_reasoning import ServerToolReasoningTypedDict as ServerToolReasoningTypedDict
    from .server_tool_status import ServerToolStatus as ServerToolStatus
    from .server_tool_use import ServerToolUse as ServerToolUse
    from .server_tool_use import ServerToolUseTypedDict as ServerToolUseTypedDict
    from .server_tool_use_details import ServerToolUseDetails as ServerToolUseDetails
    from .server_tool_use_details import ServerToolUseDetailsTypedDict as ServerToolUseDetailsTypedDict
    from .service_tier import ServiceTier as ServiceTier
    from .speed import Speed as Speed
    from .stop_server_tools_when_condition import StopServerToolsWhenCondition as StopServerToolsWhenCondition
    from .stop_server_tools_when_condition import (
        StopServerToolsWhenConditionTypedDict as StopServerToolsWhenConditionTypedDict,
    )
    from .stop_server_tools_when_condition import (
        parse_stop_server_tools_when_condition as parse_stop_server_tools_when_condition,
    )
    from .stop_server_tools_when_finish_reason_is import (
        StopServerToolsWhenFinishReasonIs as StopServerToolsWhenFinishReasonIs,
    )
    from .stop_server_tools_when_finish_reason_is import (
        StopServerToolsWhenFinishReasonIsTypedDict as StopServerToolsWhenFinishReasonIsTypedDict,
    )
    from .stop_server_tools_when_has_tool_call import StopServerToolsWhenHasToolCall as StopServerToolsWhenHasToolCall
    from .stop_server_tools_when_has_tool_call import (
        StopServerToolsWhenHasToolCallTypedDict as StopServerToolsWhenHasToolCallTypedDict,
    )
    from .stop_server_tools_when_max_cost import StopServerToolsWhenMaxCost as StopServerToolsWhenMaxCost
    from .stop_server_tools_when_max_cost import (
        StopServerToolsWhenMaxCostTypedDict as StopServerToolsWhenMaxCostTypedDict,
    )
    from .stop_server_tools_when_max_tokens_used import (
        StopServerToolsWhenMaxTokensUsed as StopServerToolsWhenMaxTokensUsed,
    )
    from .stop_server_tools_when_max_tokens_used import (
        StopServerToolsWhenMaxTokensUsedTypedDict as StopServerToolsWhenMaxTokensUsedTypedDict,
    )
    from .stop_server_tools_when_step_count_is import StopServerToolsWhenStepCountIs as StopServerToolsWhenStepCountIs
    from .stop_server_tools_when_step_count_is import (
        StopServerToolsWhenStepCountIsTypedDict as StopServerToolsWhenStepCountIsTypedDict,
    )
    from .subagent_parameters import SubagentParameters as SubagentParameters
    from .subagent_parameters import SubagentParametersTypedDict as SubagentParametersTypedDict
    from .subagent_server_tool import SubagentServerTool as SubagentServerTool
    from .subagent_server_tool import SubagentServerToolTypedDict as SubagentServerToolTypedDict
    from .submit_generation_feedback_request import SubmitGenerationFeedbackRequest as SubmitGenerationFeedbackRequest
    from .submit_generation_feedback_request import (
        SubmitGenerationFeedbackRequestTypedDict as SubmitGenerationFeedbackRequestTypedDict,
    )
    from .submit_generation_feedback_response import (
        SubmitGenerationFeedbackResponse as SubmitGenerationFeedbackResponse,
    )
    from .submit_generation_feedback_response import (
        SubmitGenerationFeedbackResponseTypedDict as SubmitGenerationFeedbackResponseTypedDict,
    )
    from .submit_generation_feedback_response_data import (
        SubmitGenerationFeedbackResponseData as SubmitGenerationFeedbackResponseData,
    )
    from .submit_generation_feedback_response_data import (
        SubmitGenerationFeedbackResponseDataTypedDict as SubmitGenerationFeedbackResponseDataTypedDict,
    )
    from .switchyard_algorithm import SwitchyardAlgorithm as SwitchyardAlgorithm
    from .switchyard_router_plugin import SwitchyardRouterPlugin as SwitchyardRouterPlugin
    from .switchyard_router_plugin import SwitchyardRouterPluginTypedDict as SwitchyardRouterPluginTypedDict
    from .tool_choice_support import ToolChoiceSupport as ToolChoiceSupport
    from .tool_choice_support import ToolChoiceSupportTypedDict as ToolChoiceSupportTypedDict
    from .top_provider_info import TopProviderInfo as TopProviderInfo
    from .top_provider_info import TopProviderInfoTypedDict as TopProviderInfoTypedDict
    from .trace_config import TraceConfig as TraceConfig
    from .trace_config import TraceConfigTypedDict as TraceConfigTypedDict
    from .transform import Transform as Transform
    from .unknown_model import UnknownModel as UnknownModel
    from .update_byok_key_request import UpdateBYOKKeyRequest as UpdateBYOKKeyRequest
    from .update_byok_key_request import UpdateBYOKKeyRequestTypedDict as UpdateBYOKKeyRequestTypedDict
    from .update_byok_key_response import UpdateBYOKKeyResponse as UpdateBYOKKeyResponse
    from .update_byok_key_response import UpdateBYOKKeyResponseTypedDict as UpdateBYOKKeyResponseTypedDict
    from .url_citation import UrlCitation as UrlCitation
    from .url_citation import UrlCitationTypedDict as UrlCitationTypedDict
    from .url_citation_annotation import UrlCitationAnnotation as UrlCitationAnnotation
    from .url_citation_annotation import UrlCitationAnnotationTypedDict as UrlCitationAnnotationTypedDict
    from .utc_day import UtcDay as UtcDay
    from .verbosity import Verbosity as Verbosity
    from .video_processing import VideoProcessing as VideoProcessing
    from .web_fetch_engine import WebFetchEngine as WebFetchEngine
    from .web_fetch_parameters import WebFetchParameters as WebFetchParameters
    from .web_fetch_parameters import WebFetchParametersTypedDict as WebFetchParametersTypedDict
    from .web_fetch_plugin import WebFetchPlugin as WebFetchPlugin
    from .web_fetch_plugin import WebFetchPluginTypedDict as WebFetchPluginTypedDict
    from .web_fetch_server_tool import WebFetchServerTool as WebFetchServerTool
    from .web_fetch_server_tool import WebFetchServerToolTypedDict as WebFetchServerToolTypedDict
    from .web_search_engine import WebSearchEngine as WebSearchEngine
    from .web_search_mode import WebSearchMode as WebSearchMode
    from .web_search_parameters import WebSearchParameters as WebSearchParameters
    from .web_search_parameters import WebSearchParametersTypedDict as WebSearchParametersTypedDict
    from .web_search_plugin import WebSearchPlugin as WebSearchPlugin
    from .web_search_plugin import WebSearchPluginTypedDict as WebSearchPluginTypedDict
    from .web_search_server_tool import WebSearchServerTool as WebSearchServerTool
    from .web_search_server_tool import WebSearchServerToolTypedDict as WebSearchServerToolTypedDict
    from .web_search_server_tool_user_location import WebSearchServerToolUserLocation as WebSearchServerToolUserLocation
    from .web_search_server_tool_user_location import (
        WebSearchServerToolUserLocationTypedDict as WebSearchServerToolUserLocationTypedDict,
    )
    from .web_search_user_location import WebSearchUserLocation as WebSearchUserLocation
    from .web_search_user_location import WebSearchUserLocationTypedDict as WebSearchUserLocationTypedDict
    from .workload_performance import WorkloadPerformance as WorkloadPerformance
    from .workload_performance import WorkloadPerformanceTypedDict as WorkloadPerformanceTypedDict
    from .x_search_options import XSearchOptions as XSearchOptions
    from .x_search_options import XSearchOptionsTypedDict as XSearchOptionsTypedDict

_MODULES = {
    "UnknownModel": ".unknown_model",
    "ChatRequest": ".chat_request",
    "ChatStreamOptions": ".chat_stream_options",
    "ChatUsageOptions": ".chat_usage_options",
    "ChatDebugOptions": ".chat_debug_options",
    "ChatAudioOptions": ".chat_audio_options",
    "ChatPrediction": ".chat_prediction",
    "ChatRequestReasoning": ".chat_request_reasoning",
    "AnthropicCacheControlDirective": ".anthropic_cache_control_directive",
    "PromptCacheOptions": ".prompt_cache_options",
    "PromptCacheBreakpoint": ".prompt_cache_breakpoint",
    "TraceConfig": ".trace_config",
    "ChatFormatTextConfig": ".chat_format_text_config",
    "FormatJSONObjectConfig": ".format_json_object_config",
    "ChatFormatJSONSchemaConfig": ".chat_format_json_schema_config",
    "ChatJSONSchemaConfig": ".chat_json_schema_config",
    "ChatFormatGrammarConfig": ".chat_format_grammar_config",
    "ChatFormatPythonConfig": ".chat_format_python_config",
    "ChatSystemMessage": ".chat_system_message",
    "ChatDeveloperMessage": ".chat_developer_message",
    "ChatConfigurationUpdate": ".chat_configuration_update",
    "ChatConfigurationUpdateReasoning": ".chat_configuration_update_reasoning",
    "ChatUserMessage": ".chat_user_message",
    "ChatToolMessage": ".chat_tool_message",
    "ChatAssistantMessage": ".chat_assistant_message",
    "ChatToolCall": ".chat_tool_call",
    "ChatToolCallFunction": ".chat_tool_call_function",
    "ChatAssistantImage": ".chat_assistant_image",
    "ChatAssistantImageURL": ".chat_assistant_image_url",
    "ChatAudioOutput": ".chat_audio_output",
    "ChatContentText": ".chat_content_text",
    "ChatContentCacheControl": ".chat_content_cache_control",
    "ChatContentImage": ".chat_content_image",
    "ChatContentImageURL": ".chat_content_image_url",
    "ChatContentAudio": ".chat_content_audio",
    "ChatInputAudio": ".chat_input_audio",
    "ChatContentVideo": ".chat_content_video",
    "LegacyChatContentVideo": ".legacy_chat_content_video",
    "ChatContentVideoInput": ".chat_content_video_input",
    "ChatContentFile": ".chat_content_file",
    "ChatFile": ".chat_file",
    "ChatResult": ".chat_result",
    "ChatChoice": ".chat_choice",
    "ChatChoiceError": ".chat_choice_error",
    "ChatTokenLogprobs": ".chat_token_logprobs",
    "ChatTokenLogprob": ".chat_token_logprob",
    "ChatTopLogprob": ".chat_top_logprob",
    "ChatStreamChunk": ".chat_stream_chunk",
    "ChatStreamDebug": ".chat_stream_debug",
    "ChatStreamChoice": ".chat_stream_choice",
    "ChatStreamDelta": ".chat_stream_delta",
    "ChatStreamToolCall": ".chat_stream_tool_call",
    "ChatStreamToolCallFunction": ".chat_stream_tool_call_function",
    "UrlCitationAnnotation": ".url_citation_annotation",
    "UrlCitation": ".url_citation",
    "FileAnnotation": ".file_annotation",
    "FileAnnotationFile": ".file_annotation_file",
    "LegacyFileAnnotation": ".legacy_file_annotation",
    "LegacyFileAnnotationFile": ".legacy_file_annotation_file",
    "ReasoningDetailText": ".reasoning_detail_text",
    "ReasoningDetailSummary": ".reasoning_detail_summary",
    "ReasoningDetailEncrypted": ".reasoning_detail_encrypted",
    "ReasoningDetailServerToolCall": ".reasoning_detail_server_tool_call",
    "ChatUsage": ".chat_usage",
    "CostDetails": ".cost_details",
    "PromptTokensDetails": ".prompt_tokens_details",
    "CompletionTokensDetails": ".completion_tokens_details",
    "ServerToolUseDetails": ".server_tool_use_details",
    "ServerToolUse": ".server_tool_use",
    "ErrorResponse": ".error_response",
    "ErrorDetails": ".error_details",
    "ErrorMetadata": ".error_metadata",
    "ErrorAlignment": ".error_alignment",
    "PreviousError": ".previous_error",
    "RoutingFunnelStep": ".routing_funnel_step",
    "ErrorAvailability": ".error_availability",
    "AvailabilityConstraint": ".availability_constraint",
    "ChatFunctionToolFunction": ".chat_function_tool_function",
    "ChatFunctionDefinition": ".chat_function_definition",
    "DynamicServerTool": ".dynamic_server_tool",
    "WebSearchServerTool": ".web_search_server_tool",
    "WebSearchParameters": ".web_search_parameters",
    "WebSearchServerToolUserLocation": ".web_search_server_tool_user_location",
    "XSearchOptions": ".x_search_options",
    "ChatWebSearchShorthand": ".chat_web_search_shorthand",
    "WebFetchServerTool": ".web_fetch_server_tool",
    "WebFetchParameters": ".web_fetch_parameters",
    "DatetimeServerTool": ".datetime_server_tool",
    "DatetimeParameters": ".datetime_parameters",
    "ImageGenerationServerTool": ".image_generation_server_tool",
    "ImageGenerationParameters": ".image_generation_parameters",
    "BashServerTool": ".bash_server_tool",
    "BashParameters": ".bash_parameters",
    "BashContainerAuto": ".bash_container_auto",
    "BashContainerReference": ".bash_container_reference",
    "BashNetworkDisabled": ".bash_network_disabled",
    "BashNetworkAllowlist": ".bash_network_allowlist",
    "FilesServerTool": ".files_server_tool",
    "FilesParameters": ".files_parameters",
    "FusionServerTool": ".fusion_server_tool",
    "FusionParameters": ".fusion_parameters",
    "ServerToolReasoning": ".server_tool_reasoning",
    "ServerToolNestedTool": ".server_tool_nested_tool",
    "AdvisorServerTool": ".advisor_server_tool",
    "AdvisorParameters": ".advisor_parameters",
    "SubagentServerTool": ".subagent_server_tool",
    "SubagentParameters": ".subagent_parameters",
    "ChatSearchModelsServerTool": ".chat_search_models_server_tool",
    "SearchModelsParameters": ".search_models_parameters",
    "ChatNamedToolChoice": ".chat_named_tool_choice",
    "ChatNamedToolChoiceFunction": ".chat_named_tool_choice_function",
    "ChatServerToolChoice": ".chat_server_tool_choice",
    "DeferredTools": ".deferred_tools",
    "DeferredToolSearchBm25": ".deferred_tool_search_bm_25",
    "DeferredToolSearchRegex": ".deferred_tool_search_regex",
    "DeferredToolSearchCustom": ".deferred_tool_search_custom",
    "StopServerToolsWhenStepCountIs": ".stop_server_tools_when_step_count_is",
    "StopServerToolsWhenHasToolCall": ".stop_server_tools_when_has_tool_call",
    "StopServerToolsWhenMaxTokensUsed": ".stop_server_tools_when_max_tokens_used",
    "StopServerToolsWhenMaxCost": ".stop_server_tools_when_max_cost",
    "StopServerToolsWhenFinishReasonIs": ".stop_server_tools_when_finish_reason_is",
    "ChatWebSearchOptions": ".chat_web_search_options",
    "ChatWebSearchOptionsUserLocation": ".chat_web_search_options_user_location",
    "ApproximateLocation": ".approximate_location",
    "WebSearchPlugin": ".web_search_plugin",
    "WebSearchUserLocation": ".web_search_user_location",
    "WebFetchPlugin": ".web_fetch_plugin",
    "FileParserPlugin": ".file_parser_plugin",
    "FileParserPdf": ".file_parser_pdf",
    "ModerationPlugin": ".moderation_plugin",
    "ResponseHealingPlugin": ".response_healing_plugin",
    "ContextCompressionPlugin": ".context_compression_plugin",
    "AutoRouterPlugin": ".auto_router_plugin",
    "AutoBetaRouterPlugin": ".auto_beta_router_plugin",
    "ParetoRouterPlugin": ".pareto_router_plugin",
    "JevRouterPlugin": ".jev_router_plugin",
    "SwitchyardRouterPlugin": ".switchyard_router_plugin",
    "FusionPlugin": ".fusion_plugin",
    "FusionPluginTool": ".fusion_plugin_tool",
    "AlignmentPlugin": ".alignment_plugin",
    "AlignmentRule": ".alignment_rule",
    "ArmorPlugin": ".armor_plugin",
    "ArmorClassifierContext": ".armor_classifier_context",
    "ArmorAutoMode": ".armor_auto_mode",
    "ArmorAllowRule": ".armor_allow_rule",
    "ArmorDenyRule": ".armor_deny_rule",
    "ArmorEnvironmentEntry": ".armor_environment_entry",
    "ProviderPreferences": ".provider_preferences",
    "ProviderMaxPrice": ".provider_max_price",
    "PercentileThroughputCutoffs": ".percentile_throughput_cutoffs",
    "PercentileLatencyCutoffs": ".percentile_latency_cutoffs",
    "ProviderSortConfig": ".provider_sort_config",
    "OpenRouterMetadata": ".open_router_metadata",
    "EndpointsMetadata": ".endpoints_metadata",
    "EndpointInfo": ".endpoint_info",
    "RouterAttempt": ".router_attempt",
    "RouterParams": ".router_params",
    "PipelineStage": ".pipeline_stage",
    "AlignmentResult": ".alignment_result",
    "AlignmentCallAllowed": ".alignment_call_allowed",
    "AlignmentCallBlocked": ".alignment_call_blocked",
    "AlignmentCallUnavailable": ".alignment_call_unavailable",
    "AlignmentRuleVerdict": ".alignment_rule_verdict",
    "SafeguardResult": ".safeguard_result",
    "SafeguardStatus": ".safeguard_status",
    "SafeguardToolUseEvaluated": ".safeguard_tool_use_evaluated",
    "SafeguardToolUseSkipped": ".safeguard_tool_use_skipped",
    "SafeguardToolUseUnavailable": ".safeguard_tool_use_unavailable",
    "ModelsListResponse": ".models_list_response",
    "PageLinks": ".page_links",
    "ModelResponse": ".model_response",
    "ModelsCountResponse": ".models_count_response",
    "ModelsCountResponseData": ".models_count_response_data",
    "Model": ".model",
    "ModelArchitecture": ".model_architecture",
    "ModelLinks": ".model_links",
    "ModelAliasTarget": ".model_alias_target",
    "PublicPricing": ".public_pricing",
    "PricingOverride": ".pricing_override",
    "TopProviderInfo": ".top_provider_info",
    "DefaultParameters": ".default_parameters",
    "PerRequestLimits": ".per_request_limits",
    "ModelReasoning": ".model_reasoning",
    "ModelBenchmarks": ".model_benchmarks",
    "AABenchmarkEntry": ".aa_benchmark_entry",
    "DABenchmarkEntry": ".da_benchmark_entry",
    "ModelEndpointsResponse": ".model_endpoints_response",
    "ListEndpointsResponse": ".list_endpoints_response",
    "ListEndpointsZdrResponse": ".list_endpoints_zdr_response",
    "PublicEndpoint": ".public_endpoint",
    "PercentileStats": ".percentile_stats",
    "EndpointPerformance": ".endpoint_performance",
    "WorkloadPerformance": ".workload_performance",
    "ToolChoiceSupport": ".tool_choice_support",
    "NativeTools": ".native_tools",
    "ListProvidersResponse": ".list_providers_response",
    "ListProvidersData": ".list_providers_data",
    "GetCurrentKeyResponse": ".get_current_key_response",
    "GetCurrentKeyData": ".get_current_key_data",
    "KeyBudget": ".key_budget",
    "FreeModelDailyRequests": ".free_model_daily_requests",
    "RateLimit": ".rate_limit",
    "GetCreditsResponse": ".get_credits_response",
    "GetCreditsData": ".get_credits_data",
    "GenerationResponse": ".generation_response",
    "GenerationResponseData": ".generation_response_data",
    "ProviderResponse": ".provider_response",
    "GenerationContentResponse": ".generation_content_response",
    "GenerationContentData": ".generation_content_data",
    "GenerationContentDataInput": ".generation_content_data_input",
    "GenerationContentDataOutput": ".generation_content_data_output",
    "GenerationContentError": ".generation_content_error",
    "GenerationContentErrorAttempt": ".generation_content_error_attempt",
    "SubmitGenerationFeedbackRequest": ".submit_generation_feedback_request",
    "SubmitGenerationFeedbackResponse": ".submit_generation_feedback_response",
    "SubmitGenerationFeedbackResponseData": ".submit_generation_feedback_response_data",
    "CreateEmbeddingsRequestBody": ".create_embeddings_request_body",
    "EmbeddingsInput": ".embeddings_input",
    "ContentText": ".content_text",
    "ContentImageURL": ".content_image_url",
    "ImageURL": ".image_url",
    "ContentPartInputAudio": ".content_part_input_audio",
    "ContentPartInputVideo": ".content_part_input_video",
    "ContentPartInputFile": ".content_part_input_file",
    "MultimodalMedia": ".multimodal_media",
    "CreateEmbeddingsResponseBody": ".create_embeddings_response_body",
    "CreateEmbeddingsData": ".create_embeddings_data",
    "CreateEmbeddingsUsage": ".create_embeddings_usage",
    "EmbeddingsPromptTokensDetails": ".embeddings_prompt_tokens_details",
    "CreateRerankRequestBody": ".create_rerank_request_body",
    "DocumentRequest": ".document_request",
    "CreateRerankResponseBody": ".create_rerank_response_body",
    "RerankResult": ".rerank_result",
    "DocumentResponse": ".document_response",
    "CreateRerankUsage": ".create_rerank_usage",
    "BYOKKey": ".byok_key",
    "ListBYOKKeysResponse": ".list_byok_keys_response",
    "GetBYOKKeyResponse": ".get_byok_key_response",
    "CreateBYOKKeyResponse": ".create_byok_key_response",
    "UpdateBYOKKeyResponse": ".update_byok_key_response",
    "DeleteBYOKKeyResponse": ".delete_byok_key_response",
    "CreateBYOKKeyRequest": ".create_byok_key_request",
    "UpdateBYOKKeyRequest": ".update_byok_key_request",
    "ListToolsResponse": ".list_tools_response",
    "GetToolResponse": ".get_tool_response",
    "ServerTool": ".server_tool",
    "ServerToolDetails": ".server_tool_details",
    "ServerToolInputName": ".server_tool_input_name",
    "ServerToolOutputName": ".server_tool_output_name",
    "ServerToolEngine": ".server_tool_engine",
    "ServerToolPrice": ".server_tool_price",
    "ServerToolNativeSupport": ".server_tool_native_support",
    "NativeSupport": ".native_support",
    "ServerToolNativeModel": ".server_tool_native_model",
    "AlignmentCall": ".alignment_call",
    "BashEnvironment": ".bash_environment",
    "BashNetworkPolicy": ".bash_network_policy",
    "ChatAnnotation": ".chat_annotation",
    "ChatContentItems": ".chat_content_items",
    "ChatFunctionTool": ".chat_function_tool",
    "ChatMessages": ".chat_messages",
    "ChatRequestPlugin": ".chat_request_plugin",
    "ChatToolChoiceObject": ".chat_tool_choice_object",
    "DeferredToolSearch": ".deferred_tool_search",
    "EmbeddingsContent": ".embeddings_content",
    "FileAnnotationContent": ".file_annotation_content",
    "ReasoningDetailUnion": ".reasoning_detail_union",
    "ResponseFormat": ".response_format",
    "SafeguardToolUse": ".safeguard_tool_use",
    "StopServerToolsWhenCondition": ".stop_server_tools_when_condition",
    "parse_alignment_call": ".alignment_call",
    "parse_bash_environment": ".bash_environment",
    "parse_bash_network_policy": ".bash_network_policy",
    "parse_chat_annotation": ".chat_annotation",
    "parse_chat_content_items": ".chat_content_items",
    "parse_chat_function_tool": ".chat_function_tool",
    "parse_chat_messages": ".chat_messages",
    "parse_chat_request_plugin": ".chat_request_plugin",
    "parse_chat_tool_choice_object": ".chat_tool_choice_object",
    "parse_deferred_tool_search": ".deferred_tool_search",
    "parse_embeddings_content": ".embeddings_content",
    "parse_file_annotation_content": ".file_annotation_content",
    "parse_reasoning_detail_union": ".reasoning_detail_union",
    "parse_response_format": ".response_format",
    "parse_safeguard_tool_use": ".safeguard_tool_use",
    "parse_stop_server_tools_when_condition": ".stop_server_tools_when_condition",
    "AlignmentMode": ".alignment_mode",
    "AlignmentUnavailableReason": ".alignment_unavailable_reason",
    "AlignmentWatch": ".alignment_watch",
    "AnthropicCacheControlTtl": ".anthropic_cache_control_ttl",
    "APIType": ".api_type",
    "ArmorMode": ".armor_mode",
    "ArmorOnError": ".armor_on_error",
    "ArmorOutputMode": ".armor_output_mode",
    "AudioInputFormat": ".audio_input_format",
    "AudioOutputFormat": ".audio_output_format",
    "AudioVoice": ".audio_voice",
    "AvailabilityCode": ".availability_code",
    "AvailabilityExclusion": ".availability_exclusion",
    "BashEngine": ".bash_engine",
    "ChatFinishReason": ".chat_finish_reason",
    "ChatRequestServiceTier": ".chat_request_service_tier",
    "ChatStreamRole": ".chat_stream_role",
    "ChatStreamToolCallType": ".chat_stream_tool_call_type",
    "ChatToolChoiceMode": ".chat_tool_choice_mode",
    "ChatWebSearchShorthandType": ".chat_web_search_shorthand_type",
    "ContextCompressionEngine": ".context_compression_engine",
    "CostTier": ".cost_tier",
    "DataCollection": ".data_collection",
    "DataRegion": ".data_region",
    "EmbeddingsEncodingFormat": ".embeddings_encoding_format",
    "EndpointServiceTier": ".endpoint_service_tier",
    "ErrorType": ".error_type",
    "FeedbackCategory": ".feedback_category",
    "FusionPreset": ".fusion_preset",
    "ImageDetail": ".image_detail",
    "InFlightBudgetReason": ".in_flight_budget_reason",
    "InputModality": ".input_modality",
    "InstructType": ".instruct_type",
    "KeyBudgetResetInterval": ".key_budget_reset_interval",
    "KeyBudgetScope": ".key_budget_scope",
    "LimitSource": ".limit_source",
    "MetadataLevel": ".metadata_level",
    "Modality": ".modality",
    "ModelCategory": ".model_category",
    "ModelGroup": ".model_group",
    "ModelRegion": ".model_region",
    "ModelsSort": ".models_sort",
    "NativeFinishReason": ".native_finish_reason",
    "OutputModality": ".output_modality",
    "Parameter": ".parameter",
    "PdfEngine": ".pdf_engine",
    "PipelineStageName": ".pipeline_stage_name",
    "PipelineStageType": ".pipeline_stage_type",
    "PriceSource": ".price_source",
    "PromptCacheTtl": ".prompt_cache_ttl",
    "ProviderName": ".provider_name",
    "ProviderSlug": ".provider_slug",
    "ProviderSort": ".provider_sort",
    "ProviderSortPartition": ".provider_sort_partition",
    "Quantization": ".quantization",
    "ReasoningContext": ".reasoning_context",
    "ReasoningEffort": ".reasoning_effort",
    "ReasoningFormat": ".reasoning_format",
    "ReasoningMode": ".reasoning_mode",
    "ReasoningSummaryVerbosity": ".reasoning_summary_verbosity",
    "Route": ".route",
    "RoutingStrategy": ".routing_strategy",
    "SafeguardOutcome": ".safeguard_outcome",
    "SearchContextSize": ".search_context_size",
    "ServerToolApiFormat": ".server_tool_api_format",
    "ServerToolByok": ".server_tool_byok",
    "ServerToolExecutedBy": ".server_tool_executed_by",
    "ServerToolPricingSource": ".server_tool_pricing_source",
    "ServerToolStatus": ".server_tool_status",
    "ServiceTier": ".service_tier",
    "Speed": ".speed",
    "SwitchyardAlgorithm": ".switchyard_algorithm",
    "Transform": ".transform",
    "UtcDay": ".utc_day",
    "Verbosity": ".verbosity",
    "VideoProcessing": ".video_processing",
    "WebFetchEngine": ".web_fetch_engine",
    "WebSearchEngine": ".web_search_engine",
    "WebSearchMode": ".web_search_mode",
}

__all__ = [
    "UnknownModel",
    "ChatRequest",
    "ChatRequestTypedDict",
    "ChatStreamOptions",
    "ChatStreamOptionsTypedDict",
    "ChatUsageOptions",
    "ChatUsageOptionsTypedDict",
    "ChatDebugOptions",
    "ChatDebugOptionsTypedDict",
    "ChatAudioOptions",
    "ChatAudioOptionsTypedDict",
    "ChatPrediction",
    "ChatPredictionTypedDict",
    "ChatRequestReasoning",
    "ChatRequestReasoningTypedDict",
    "AnthropicCacheControlDirective",
    "AnthropicCacheControlDirectiveTypedDict",
    "PromptCacheOptions",
    "PromptCacheOptionsTypedDict",
    "PromptCacheBreakpoint",
    "PromptCacheBreakpointTypedDict",
    "TraceConfig",
    "TraceConfigTypedDict",
    "ChatFormatTextConfig",
    "ChatFormatTextConfigTypedDict",
    "FormatJSONObjectConfig",
    "FormatJSONObjectConfigTypedDict",
    "ChatFormatJSONSchemaConfig",
    "ChatFormatJSONSchemaConfigTypedDict",
    "ChatJSONSchemaConfig",
    "ChatJSONSchemaConfigTypedDict",
    "ChatFormatGrammarConfig",
    "ChatFormatGrammarConfigTypedDict",
    "ChatFormatPythonConfig",
    "ChatFormatPythonConfigTypedDict",
    "ChatSystemMessage",
    "ChatSystemMessageTypedDict",
    "ChatDeveloperMessage",
    "ChatDeveloperMessageTypedDict",
    "ChatConfigurationUpdate",
    "ChatConfigurationUpdateTypedDict",
    "ChatConfigurationUpdateReasoning",
    "ChatConfigurationUpdateReasoningTypedDict",
    "ChatUserMessage",
    "ChatUserMessageTypedDict",
    "ChatToolMessage",
    "ChatToolMessageTypedDict",
    "ChatAssistantMessage",
    "ChatAssistantMessageTypedDict",
    "ChatToolCall",
    "ChatToolCallTypedDict",
    "ChatToolCallFunction",
    "ChatToolCallFunctionTypedDict",
    "ChatAssistantImage",
    "ChatAssistantImageTypedDict",
    "ChatAssistantImageURL",
    "ChatAssistantImageURLTypedDict",
    "ChatAudioOutput",
    "ChatAudioOutputTypedDict",
    "ChatContentText",
    "ChatContentTextTypedDict",
    "ChatContentCacheControl",
    "ChatContentCacheControlTypedDict",
    "ChatContentImage",
    "ChatContentImageTypedDict",
    "ChatContentImageURL",
    "ChatContentImageURLTypedDict",
    "ChatContentAudio",
    "ChatContentAudioTypedDict",
    "ChatInputAudio",
    "ChatInputAudioTypedDict",
    "ChatContentVideo",
    "ChatContentVideoTypedDict",
    "LegacyChatContentVideo",
    "LegacyChatContentVideoTypedDict",
    "ChatContentVideoInput",
    "ChatContentVideoInputTypedDict",
    "ChatContentFile",
    "ChatContentFileTypedDict",
    "ChatFile",
    "ChatFileTypedDict",
    "ChatResult",
    "ChatResultTypedDict",
    "ChatChoice",
    "ChatChoiceTypedDict",
    "ChatChoiceError",
    "ChatChoiceErrorTypedDict",
    "ChatTokenLogprobs",
    "ChatTokenLogprobsTypedDict",
    "ChatTokenLogprob",
    "ChatTokenLogprobTypedDict",
    "ChatTopLogprob",
    "ChatTopLogprobTypedDict",
    "ChatStreamChunk",
    "ChatStreamChunkTypedDict",
    "ChatStreamDebug",
    "ChatStreamDebugTypedDict",
    "ChatStreamChoice",
    "ChatStreamChoiceTypedDict",
    "ChatStreamDelta",
    "ChatStreamDeltaTypedDict",
    "ChatStreamToolCall",
    "ChatStreamToolCallTypedDict",
    "ChatStreamToolCallFunction",
    "ChatStreamToolCallFunctionTypedDict",
    "UrlCitationAnnotation",
    "UrlCitationAnnotationTypedDict",
    "UrlCitation",
    "UrlCitationTypedDict",
    "FileAnnotation",
    "FileAnnotationTypedDict",
    "FileAnnotationFile",
    "FileAnnotationFileTypedDict",
    "LegacyFileAnnotation",
    "LegacyFileAnnotationTypedDict",
    "LegacyFileAnnotationFile",
    "LegacyFileAnnotationFileTypedDict",
    "ReasoningDetailText",
    "ReasoningDetailTextTypedDict",
    "ReasoningDetailSummary",
    "ReasoningDetailSummaryTypedDict",
    "ReasoningDetailEncrypted",
    "ReasoningDetailEncryptedTypedDict",
    "ReasoningDetailServerToolCall",
    "ReasoningDetailServerToolCallTypedDict",
    "ChatUsage",
    "ChatUsageTypedDict",
    "CostDetails",
    "CostDetailsTypedDict",
    "PromptTokensDetails",
    "PromptTokensDetailsTypedDict",
    "CompletionTokensDetails",
    "CompletionTokensDetailsTypedDict",
    "ServerToolUseDetails",
    "ServerToolUseDetailsTypedDict",
    "ServerToolUse",
    "ServerToolUseTypedDict",
    "ErrorResponse",
    "ErrorResponseTypedDict",
    "ErrorDetails",
    "ErrorDetailsTypedDict",
    "ErrorMetadata",
    "ErrorMetadataTypedDict",
    "ErrorAlignment",
    "ErrorAlignmentTypedDict",
    "PreviousError",
    "PreviousErrorTypedDict",
    "RoutingFunnelStep",
    "RoutingFunnelStepTypedDict",
    "ErrorAvailability",
    "ErrorAvailabilityTypedDict",
    "AvailabilityConstraint",
    "AvailabilityConstraintTypedDict",
    "ChatFunctionToolFunction",
    "ChatFunctionToolFunctionTypedDict",
    "ChatFunctionDefinition",
    "ChatFunctionDefinitionTypedDict",
    "DynamicServerTool",
    "DynamicServerToolTypedDict",
    "WebSearchServerTool",
    "WebSearchServerToolTypedDict",
    "WebSearchParameters",
    "WebSearchParametersTypedDict",
    "WebSearchServerToolUserLocation",
    "WebSearchServerToolUserLocationTypedDict",
    "XSearchOptions",
    "XSearchOptionsTypedDict",
    "ChatWebSearchShorthand",
    "ChatWebSearchShorthandTypedDict",
    "WebFetchServerTool",
    "WebFetchServerToolTypedDict",
    "WebFetchParameters",
    "WebFetchParametersTypedDict",
    "DatetimeServerTool",
    "DatetimeServerToolTypedDict",
    "DatetimeParameters",
    "DatetimeParametersTypedDict",
    "ImageGenerationServerTool",
    "ImageGenerationServerToolTypedDict",
    "ImageGenerationParameters",
    "ImageGenerationParametersTypedDict",
    "BashServerTool",
    "BashServerToolTypedDict",
    "BashParameters",
    "BashParametersTypedDict",
    "BashContainerAuto",
    "BashContainerAutoTypedDict",
    "BashContainerReference",
    "BashContainerReferenceTypedDict",
    "BashNetworkDisabled",
    "BashNetworkDisabledTypedDict",
    "BashNetworkAllowlist",
    "BashNetworkAllowlistTypedDict",
    "FilesServerTool",
    "FilesServerToolTypedDict",
    "FilesParameters",
    "FilesParametersTypedDict",
    "FusionServerTool",
    "FusionServerToolTypedDict",
    "FusionParameters",
    "FusionParametersTypedDict",
    "ServerToolReasoning",
    "ServerToolReasoningTypedDict",
    "ServerToolNestedTool",
    "ServerToolNestedToolTypedDict",
    "AdvisorServerTool",
    "AdvisorServerToolTypedDict",
    "AdvisorParameters",
    "AdvisorParametersTypedDict",
    "SubagentServerTool",
    "SubagentServerToolTypedDict",
    "SubagentParameters",
    "SubagentParametersTypedDict",
    "ChatSearchModelsServerTool",
    "ChatSearchModelsServerToolTypedDict",
    "SearchModelsParameters",
    "SearchModelsParametersTypedDict",
    "ChatNamedToolChoice",
    "ChatNamedToolChoiceTypedDict",
    "ChatNamedToolChoiceFunction",
    "ChatNamedToolChoiceFunctionTypedDict",
    "ChatServerToolChoice",
    "ChatServerToolChoiceTypedDict",
    "DeferredTools",
    "DeferredToolsTypedDict",
    "DeferredToolSearchBm25",
    "DeferredToolSearchBm25TypedDict",
    "DeferredToolSearchRegex",
    "DeferredToolSearchRegexTypedDict",
    "DeferredToolSearchCustom",
    "DeferredToolSearchCustomTypedDict",
    "StopServerToolsWhenStepCountIs",
    "StopServerToolsWhenStepCountIsTypedDict",
    "StopServerToolsWhenHasToolCall",
    "StopServerToolsWhenHasToolCallTypedDict",
    "StopServerToolsWhenMaxTokensUsed",
    "StopServerToolsWhenMaxTokensUsedTypedDict",
    "StopServerToolsWhenMaxCost",
    "StopServerToolsWhenMaxCostTypedDict",
    "StopServerToolsWhenFinishReasonIs",
    "StopServerToolsWhenFinishReasonIsTypedDict",
    "ChatWebSearchOptions",
    "ChatWebSearchOptionsTypedDict",
    "ChatWebSearchOptionsUserLocation",
    "ChatWebSearchOptionsUserLocationTypedDict",
    "ApproximateLocation",
    "ApproximateLocationTypedDict",
    "WebSearchPlugin",
    "WebSearchPluginTypedDict",
    "WebSearchUserLocation",
    "WebSearchUserLocationTypedDict",
    "WebFetchPlugin",
    "WebFetchPluginTypedDict",
    "FileParserPlugin",
    "FileParserPluginTypedDict",
    "FileParserPdf",
    "FileParserPdfTypedDict",
    "ModerationPlugin",
    "ModerationPluginTypedDict",
    "ResponseHealingPlugin",
    "ResponseHealingPluginTypedDict",
    "ContextCompressionPlugin",
    "ContextCompressionPluginTypedDict",
    "AutoRouterPlugin",
    "AutoRouterPluginTypedDict",
    "AutoBetaRouterPlugin",
    "AutoBetaRouterPluginTypedDict",
    "ParetoRouterPlugin",
    "ParetoRouterPluginTypedDict",
    "JevRouterPlugin",
    "JevRouterPluginTypedDict",
    "SwitchyardRouterPlugin",
    "SwitchyardRouterPluginTypedDict",
    "FusionPlugin",
    "FusionPluginTypedDict",
    "FusionPluginTool",
    "FusionPluginToolTypedDict",
    "AlignmentPlugin",
    "AlignmentPluginTypedDict",
    "AlignmentRule",
    "AlignmentRuleTypedDict",
    "ArmorPlugin",
    "ArmorPluginTypedDict",
    "ArmorClassifierContext",
    "ArmorClassifierContextTypedDict",
    "ArmorAutoMode",
    "ArmorAutoModeTypedDict",
    "ArmorAllowRule",
    "ArmorAllowRuleTypedDict",
    "ArmorDenyRule",
    "ArmorDenyRuleTypedDict",
    "ArmorEnvironmentEntry",
    "ArmorEnvironmentEntryTypedDict",
    "ProviderPreferences",
    "ProviderPreferencesTypedDict",
    "ProviderMaxPrice",
    "ProviderMaxPriceTypedDict",
    "PercentileThroughputCutoffs",
    "PercentileThroughputCutoffsTypedDict",
    "PercentileLatencyCutoffs",
    "PercentileLatencyCutoffsTypedDict",
    "ProviderSortConfig",
    "ProviderSortConfigTypedDict",
    "OpenRouterMetadata",
    "OpenRouterMetadataTypedDict",
    "EndpointsMetadata",
    "EndpointsMetadataTypedDict",
    "EndpointInfo",
    "EndpointInfoTypedDict",
    "RouterAttempt",
    "RouterAttemptTypedDict",
    "RouterParams",
    "RouterParamsTypedDict",
    "PipelineStage",
    "PipelineStageTypedDict",
    "AlignmentResult",
    "AlignmentResultTypedDict",
    "AlignmentCallAllowed",
    "AlignmentCallAllowedTypedDict",
    "AlignmentCallBlocked",
    "AlignmentCallBlockedTypedDict",
    "AlignmentCallUnavailable",
    "AlignmentCallUnavailableTypedDict",
    "AlignmentRuleVerdict",
    "AlignmentRuleVerdictTypedDict",
    "SafeguardResult",
    "SafeguardResultTypedDict",
    "SafeguardStatus",
    "SafeguardStatusTypedDict",
    "SafeguardToolUseEvaluated",
    "SafeguardToolUseEvaluatedTypedDict",
    "SafeguardToolUseSkipped",
    "SafeguardToolUseSkippedTypedDict",
    "SafeguardToolUseUnavailable",
    "SafeguardToolUseUnavailableTypedDict",
    "ModelsListResponse",
    "ModelsListResponseTypedDict",
    "PageLinks",
    "PageLinksTypedDict",
    "ModelResponse",
    "ModelResponseTypedDict",
    "ModelsCountResponse",
    "ModelsCountResponseTypedDict",
    "ModelsCountResponseData",
    "ModelsCountResponseDataTypedDict",
    "Model",
    "ModelTypedDict",
    "ModelArchitecture",
    "ModelArchitectureTypedDict",
    "ModelLinks",
    "ModelLinksTypedDict",
    "ModelAliasTarget",
    "ModelAliasTargetTypedDict",
    "PublicPricing",
    "PublicPricingTypedDict",
    "PricingOverride",
    "PricingOverrideTypedDict",
    "TopProviderInfo",
    "TopProviderInfoTypedDict",
    "DefaultParameters",
    "DefaultParametersTypedDict",
    "PerRequestLimits",
    "PerRequestLimitsTypedDict",
    "ModelReasoning",
    "ModelReasoningTypedDict",
    "ModelBenchmarks",
    "ModelBenchmarksTypedDict",
    "AABenchmarkEntry",
    "AABenchmarkEntryTypedDict",
    "DABenchmarkEntry",
    "DABenchmarkEntryTypedDict",
    "ModelEndpointsResponse",
    "ModelEndpointsResponseTypedDict",
    "ListEndpointsResponse",
    "ListEndpointsResponseTypedDict",
    "ListEndpointsZdrResponse",
    "ListEndpointsZdrResponseTypedDict",
    "PublicEndpoint",
    "PublicEndpointTypedDict",
    "PercentileStats",
    "PercentileStatsTypedDict",
    "EndpointPerformance",
    "EndpointPerformanceTypedDict",
    "WorkloadPerformance",
    "WorkloadPerformanceTypedDict",
    "ToolChoiceSupport",
    "ToolChoiceSupportTypedDict",
    "NativeTools",
    "NativeToolsTypedDict",
    "ListProvidersResponse",
    "ListProvidersResponseTypedDict",
    "ListProvidersData",
    "ListProvidersDataTypedDict",
    "GetCurrentKeyResponse",
    "GetCurrentKeyResponseTypedDict",
    "GetCurrentKeyData",
    "GetCurrentKeyDataTypedDict",
    "KeyBudget",
    "KeyBudgetTypedDict",
    "FreeModelDailyRequests",
    "FreeModelDailyRequestsTypedDict",
    "RateLimit",
    "RateLimitTypedDict",
    "GetCreditsResponse",
    "GetCreditsResponseTypedDict",
    "GetCreditsData",
    "GetCreditsDataTypedDict",
    "GenerationResponse",
    "GenerationResponseTypedDict",
    "GenerationResponseData",
    "GenerationResponseDataTypedDict",
    "ProviderResponse",
    "ProviderResponseTypedDict",
    "GenerationContentResponse",
    "GenerationContentResponseTypedDict",
    "GenerationContentData",
    "GenerationContentDataTypedDict",
    "GenerationContentDataInput",
    "GenerationContentDataInputTypedDict",
    "GenerationContentDataOutput",
    "GenerationContentDataOutputTypedDict",
    "GenerationContentError",
    "GenerationContentErrorTypedDict",
    "GenerationContentErrorAttempt",
    "GenerationContentErrorAttemptTypedDict",
    "SubmitGenerationFeedbackRequest",
    "SubmitGenerationFeedbackRequestTypedDict",
    "SubmitGenerationFeedbackResponse",
    "SubmitGenerationFeedbackResponseTypedDict",
    "SubmitGenerationFeedbackResponseData",
    "SubmitGenerationFeedbackResponseDataTypedDict",
    "CreateEmbeddingsRequestBody",
    "CreateEmbeddingsRequestBodyTypedDict",
    "EmbeddingsInput",
    "EmbeddingsInputTypedDict",
    "ContentText",
    "ContentTextTypedDict",
    "ContentImageURL",
    "ContentImageURLTypedDict",
    "ImageURL",
    "ImageURLTypedDict",
    "ContentPartInputAudio",
    "ContentPartInputAudioTypedDict",
    "ContentPartInputVideo",
    "ContentPartInputVideoTypedDict",
    "ContentPartInputFile",
    "ContentPartInputFileTypedDict",
    "MultimodalMedia",
    "MultimodalMediaTypedDict",
    "CreateEmbeddingsResponseBody",
    "CreateEmbeddingsResponseBodyTypedDict",
    "CreateEmbeddingsData",
    "CreateEmbeddingsDataTypedDict",
    "CreateEmbeddingsUsage",
    "CreateEmbeddingsUsageTypedDict",
    "EmbeddingsPromptTokensDetails",
    "EmbeddingsPromptTokensDetailsTypedDict",
    "CreateRerankRequestBody",
    "CreateRerankRequestBodyTypedDict",
    "DocumentRequest",
    "DocumentRequestTypedDict",
    "CreateRerankResponseBody",
    "CreateRerankResponseBodyTypedDict",
    "RerankResult",
    "RerankResultTypedDict",
    "DocumentResponse",
    "DocumentResponseTypedDict",
    "CreateRerankUsage",
    "CreateRerankUsageTypedDict",
    "BYOKKey",
    "BYOKKeyTypedDict",
    "ListBYOKKeysResponse",
    "ListBYOKKeysResponseTypedDict",
    "GetBYOKKeyResponse",
    "GetBYOKKeyResponseTypedDict",
    "CreateBYOKKeyResponse",
    "CreateBYOKKeyResponseTypedDict",
    "UpdateBYOKKeyResponse",
    "UpdateBYOKKeyResponseTypedDict",
    "DeleteBYOKKeyResponse",
    "DeleteBYOKKeyResponseTypedDict",
    "CreateBYOKKeyRequest",
    "CreateBYOKKeyRequestTypedDict",
    "UpdateBYOKKeyRequest",
    "UpdateBYOKKeyRequestTypedDict",
    "ListToolsResponse",
    "ListToolsResponseTypedDict",
    "GetToolResponse",
    "GetToolResponseTypedDict",
    "ServerTool",
    "ServerToolTypedDict",
    "ServerToolDetails",
    "ServerToolDetailsTypedDict",
    "ServerToolInputName",
    "ServerToolInputNameTypedDict",
    "ServerToolOutputName",
    "ServerToolOutputNameTypedDict",
    "ServerToolEngine",
    "ServerToolEngineTypedDict",
    "ServerToolPrice",
    "ServerToolPriceTypedDict",
    "ServerToolNativeSupport",
    "ServerToolNativeSupportTypedDict",
    "NativeSupport",
    "NativeSupportTypedDict",
    "ServerToolNativeModel",
    "ServerToolNativeModelTypedDict",
    "AlignmentCall",
    "AlignmentCallTypedDict",
    "BashEnvironment",
    "BashEnvironmentTypedDict",
    "BashNetworkPolicy",
    "BashNetworkPolicyTypedDict",
    "ChatAnnotation",
    "ChatAnnotationTypedDict",
    "ChatContentItems",
    "ChatContentItemsTypedDict",
    "ChatFunctionTool",
    "ChatFunctionToolTypedDict",
    "ChatMessages",
    "ChatMessagesTypedDict",
    "ChatRequestPlugin",
    "ChatRequestPluginTypedDict",
    "ChatToolChoiceObject",
    "ChatToolChoiceObjectTypedDict",
    "DeferredToolSearch",
    "DeferredToolSearchTypedDict",
    "EmbeddingsContent",
    "EmbeddingsContentTypedDict",
    "FileAnnotationContent",
    "FileAnnotationContentTypedDict",
    "ReasoningDetailUnion",
    "ReasoningDetailUnionTypedDict",
    "ResponseFormat",
    "ResponseFormatTypedDict",
    "SafeguardToolUse",
    "SafeguardToolUseTypedDict",
    "StopServerToolsWhenCondition",
    "StopServerToolsWhenConditionTypedDict",
    "parse_alignment_call",
    "parse_bash_environment",
    "parse_bash_network_policy",
    "parse_chat_annotation",
    "parse_chat_content_items",
    "parse_chat_function_tool",
    "parse_chat_messages",
    "parse_chat_request_plugin",
    "parse_chat_tool_choice_object",
    "parse_deferred_tool_search",
    "parse_embeddings_content",
    "parse_file_annotation_content",
    "parse_reasoning_detail_union",
    "parse_response_format",
    "parse_safeguard_tool_use",
    "parse_stop_server_tools_when_condition",
    "AlignmentMode",
    "AlignmentUnavailableReason",
    "AlignmentWatch",
    "AnthropicCacheControlTtl",
    "APIType",
    "ArmorMode",
    "ArmorOnError",
    "ArmorOutputMode",
    "AudioInputFormat",
    "AudioOutputFormat",
    "AudioVoice",
    "AvailabilityCode",
    "AvailabilityExclusion",
    "BashEngine",
    "ChatFinishReason",
    "ChatRequestServiceTier",
    "ChatStreamRole",
    "ChatStreamToolCallType",
    "ChatToolChoiceMode",
    "ChatWebSearchShorthandType",
    "ContextCompressionEngine",
    "CostTier",
    "DataCollection",
    "DataRegion",
    "EmbeddingsEncodingFormat",
    "EndpointServiceTier",
    "ErrorType",
    "FeedbackCategory",
    "FusionPreset",
    "ImageDetail",
    "InFlightBudgetReason",
    "InputModality",
    "InstructType",
    "KeyBudgetResetInterval",
    "KeyBudgetScope",
    "LimitSource",
    "MetadataLevel",
    "Modality",
    "ModelCategory",
    "ModelGroup",
    "ModelRegion",
    "ModelsSort",
    "NativeFinishReason",
    "OutputModality",
    "Parameter",
    "PdfEngine",
    "PipelineStageName",
    "PipelineStageType",
    "PriceSource",
    "PromptCacheTtl",
    "ProviderName",
    "ProviderSlug",
    "ProviderSort",
    "ProviderSortPartition",
    "Quantization",
    "ReasoningContext",
    "ReasoningEffort",
    "ReasoningFormat",
    "ReasoningMode",
    "ReasoningSummaryVerbosity",
    "Route",
    "RoutingStrategy",
    "SafeguardOutcome",
    "SearchContextSize",
    "ServerToolApiFormat",
    "ServerToolByok",
    "ServerToolExecutedBy",
    "ServerToolPricingSource",
    "ServerToolStatus",
    "ServiceTier",
    "Speed",
    "SwitchyardAlgorithm",
    "Transform",
    "UtcDay",
    "Verbosity",
    "VideoProcessing",
    "WebFetchEngine",
    "WebSearchEngine",
    "WebSearchMode",
]


if not TYPE_CHECKING:  # a checker that saw it would take any name for granted

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is not None:
            value: Any = getattr(import_module(module, __name__), name)
        elif name.removesuffix("TypedDict") in _MODULES and name in __all__:
            value = dict[str, Any]  # TypedDicts exist for type checkers only
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
