package dev.understudy.iam.oidcproviders;

import dev.understudy.directory.OidcProvider;
import dev.understudy.federation.ThumbprintSource;
import dev.understudy.federation.ThumbprintSource.Seen;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Check;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.PreparedWriteOperation;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;

import java.util.List;
import java.util.Map;

/**
 * Registers an OpenID Connect provider, whose tokens roles may then trust. Where no thumbprint is
 * given its server is looked at, before the transaction.
 */
final class CreateOpenIDConnectProvider
        implements PreparedWriteOperation<
                CreateOpenIdConnectProviderRequest,
                CreateOpenIdConnectProviderResponse,
                List<String>> {
    private static final String SCHEME = "https://";

    private final ThumbprintSource thumbprints;

    CreateOpenIDConnectProvider(ThumbprintSource thumbprints) {
        this.thumbprints = thumbprints;
    }

    @Override
    public Access access(CreateOpenIdConnectProviderRequest input, AuthenticatedCall call) {
        String arn =
                "arn:"
                        + call.account().partition()
                        + ":iam::"
                        + call.accountId()
                        + ":oidc-provider/"
                        + host(input.url());
        return Access.permission(
                Check.of("iam:CreateOpenIDConnectProvider", arn, call.accountId())
                        .withRequestTags(Tagging.map(input.tags())));
    }

    /** The thumbprints to store. Nobody is asked where the request would be refused anyway. */
    @Override
    public List<String> prepare(CreateOpenIdConnectProviderRequest input, AuthorizedCall call) {
        checked(input, call);
        if (!input.thumbprintList().isEmpty()) {
            return input.thumbprintList();
        }
        return switch (thumbprints.look(input.url())) {
            case Seen.Thumbprint seen -> List.of(seen.thumbprint());
            case Seen.Needless needless -> List.of();
            case Seen.Unreachable unreachable ->
                    throw new AwsError(
                            ErrorCode.OPEN_ID_IDP_COMMUNICATION_ERROR,
                            "The server of "
                                    + input.url()
                                    + " could not be looked at for its thumbprint; where it cannot"
                                    + " be reached, give a ThumbprintList");
        };
    }

    /** The tags of a request that nothing speaks against. */
    private static Map<String, String> checked(
            CreateOpenIdConnectProviderRequest input, AuthenticatedCall call) {
        Map<String, String> tags = Tagging.checked(input.tags(), false, call);
        String url = host(input.url());
        OidcProviders.requireFewClientIds(input.clientIDList(), call);
        OidcProviders.requireFewThumbprints(input.thumbprintList(), call);
        if (call.account().oidcProvider(url) != null) {
            throw EntityAlreadyExists.openIdConnectProvider(input.url());
        }
        Limits.require(
                Quota.OPEN_ID_CONNECT_PROVIDERS_PER_ACCOUNT,
                call.account().oidcProviders().size() + 1,
                call);
        return tags;
    }

    @Override
    public CreateOpenIdConnectProviderResponse execute(
            CreateOpenIdConnectProviderRequest input, List<String> prepared, WritingCall call) {
        Map<String, String> tags = checked(input, call);
        OidcProvider provider =
                new OidcProvider(
                        host(input.url()), input.clientIDList(), prepared, call.now(), tags);
        call.put(provider);
        return CreateOpenIdConnectProviderResponse.builder()
                .openIDConnectProviderArn(provider.arn(call.account()))
                .tags(Tagging.listOrAbsent(tags))
                .build();
    }

    /**
     * The URL without its scheme; it has neither port nor query. Nothing else is changed: a token's
     * issuer is compared letter by letter, and some end in a slash.
     */
    private static String host(String url) {
        String host = url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : "";
        boolean plain = host.chars().allMatch(c -> c > ' ' && c < 127 && "?#:@*\\".indexOf(c) < 0);
        if (host.isEmpty() || host.startsWith("/") || !plain) {
            throw ValidationError.because("Invalid Open ID Connect Provider URL");
        }
        return host;
    }
}
