package dev.understudy.iam.delegation;

import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetHumanReadableSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetHumanReadableSummaryResponse;
import software.amazon.awssdk.services.iam.model.SummaryStateType;

import java.util.Locale;

/**
 * Tells a delegation request in sentences, to whom GetDelegationRequest tells it. AWS has a
 * language model write them; here they are composed, in English only.
 */
final class GetHumanReadableSummary
        implements ReadOperation<GetHumanReadableSummaryRequest, GetHumanReadableSummaryResponse> {
    private static final String ENGLISH = "en";

    @Override
    public Access access(GetHumanReadableSummaryRequest input, AuthenticatedCall call) {
        return Access.permission(
                RequestChecks.ofOwner(
                        "iam:GetHumanReadableSummary", find(input, call).request(), call));
    }

    @Override
    public GetHumanReadableSummaryResponse execute(
            GetHumanReadableSummaryRequest input, AuthorizedCall call) {
        String locale = input.locale() == null ? ENGLISH : input.locale();
        GetHumanReadableSummaryResponse.Builder answer =
                GetHumanReadableSummaryResponse.builder().locale(locale);
        if (!Locale.forLanguageTag(locale).getLanguage().equals(ENGLISH)) {
            return answer.summaryState(SummaryStateType.NOT_SUPPORTED).build();
        }
        return answer.summaryContent(Summary.of(find(input, call)))
                .summaryState(SummaryStateType.AVAILABLE)
                .build();
    }

    private static Requests.Found find(
            GetHumanReadableSummaryRequest input, AuthenticatedCall call) {
        String prefix = RequestChecks.arnPrefix(call);
        if (!input.entityArn().startsWith(prefix)) {
            throw InvalidInput.because(
                    "Invalid Entity Arn: "
                            + input.entityArn()
                            + " is not a delegation request of this account.");
        }
        return Requests.find(input.entityArn().substring(prefix.length()), call);
    }
}
