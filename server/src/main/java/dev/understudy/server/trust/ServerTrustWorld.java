package dev.understudy.server.trust;

import dev.understudy.federation.KeySource;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlTrust;
import dev.understudy.federation.TrustedProvider;
import dev.understudy.policy.Arn;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;
import dev.understudy.server.ApiClient;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The world as a running server tells it, by signed calls of GetRole and of the providers. */
final class ServerTrustWorld {
    private static final String NOTE =
            "by the server's role and providers; organizations' policies are not looked at";

    private final ApiClient client;
    private final ApiClient.Credentials keys;
    private final Arn role;

    ServerTrustWorld(ApiClient client, ApiClient.Credentials keys, Arn role) {
        this.client = client;
        this.keys = keys;
        this.role = role;
    }

    /**
     * @param issuer of the token; null where there is none
     * @param asksSaml whether a SAML provider is needed
     */
    TrustWorld read(TrustInputs inputs, KeySource source, @Nullable String issuer, boolean asksSaml)
            throws IOException {
        ApiClient.Reply reply = call("GetRole", Map.of("RoleName", last(role.resource())));
        if (!reply.text("Arn").equals(role.toString())) {
            throw new ConfigProblem(
                    "there is no " + role + ": did you mean `" + reply.text("Arn") + "`?");
        }
        PolicySource trust =
                new PolicySource(
                        "role/" + last(role.resource()) + "/trust",
                        PolicyKind.TRUST,
                        document(reply.text("AssumeRolePolicyDocument")));
        TrustedProvider.Registered registered = issuer == null ? null : oidc(issuer);
        return new TrustWorld(
                trust,
                tags(reply),
                url -> registered != null && registered.prefix().equals(url) ? registered : null,
                source,
                asksSaml ? saml(inputs, FileWorld.provider(inputs, role, trust)) : null,
                Map.of(),
                List.of(NOTE));
    }

    private TrustedProvider.@Nullable Registered oidc(String issuer) throws IOException {
        if (!issuer.startsWith("https://") || TrustedProvider.BuiltIn.of(issuer) != null) {
            return null;
        }
        String url = issuer.substring("https://".length());
        String arn = FileWorld.provider(role, "oidc-provider/" + url);
        ApiClient.Reply reply =
                optional("GetOpenIDConnectProvider", Map.of("OpenIDConnectProviderArn", arn));
        return reply == null
                ? null
                : new TrustedProvider.Registered(
                        arn, url, members(reply, "ClientIDList"), members(reply, "ThumbprintList"));
    }

    private @Nullable SamlTrust saml(TrustInputs inputs, String arn) throws IOException {
        ApiClient.Reply reply = optional("GetSAMLProvider", Map.of("SAMLProviderArn", arn));
        if (reply == null) {
            return null;
        }
        SamlMetadata metadata = SamlMetadata.parse(reply.text("SAMLMetadataDocument"));
        return FileWorld.samlTrust(
                inputs,
                arn,
                metadata == null ? new SamlMetadata(List.of(), null) : metadata,
                reply.text("AssertionEncryptionMode").equals("Required"));
    }

    private ApiClient.Reply call(String action, Map<String, String> parameters) throws IOException {
        ApiClient.Reply reply = client.call(keys, "iam", action, parameters);
        if (!reply.ok()) {
            throw new IOException(reply.text("Code") + ": " + reply.text("Message"));
        }
        return reply;
    }

    /** Null where there is no such thing, or its name can be nobody's. */
    private ApiClient.@Nullable Reply optional(String action, Map<String, String> parameters)
            throws IOException {
        ApiClient.Reply reply = client.call(keys, "iam", action, parameters);
        String code = reply.text("Code");
        if (code.equals("NoSuchEntity") || code.equals("ValidationError")) {
            return null;
        }
        if (!reply.ok()) {
            throw new IOException(code + ": " + reply.text("Message"));
        }
        return reply;
    }

    private static PolicyDocument document(String encoded) {
        String text = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        try {
            return PolicyDocument.parse(text);
        } catch (IllegalArgumentException malformed) {
            return PolicyDocument.unreadable(text);
        }
    }

    private static Map<String, String> tags(ApiClient.Reply reply) {
        Map<String, String> tags = new LinkedHashMap<>();
        NodeList keys = reply.body().getElementsByTagName("Key");
        NodeList values = reply.body().getElementsByTagName("Value");
        for (int i = 0; i < Math.min(keys.getLength(), values.getLength()); i++) {
            tags.put(keys.item(i).getTextContent(), values.item(i).getTextContent());
        }
        return tags;
    }

    private static List<String> members(ApiClient.Reply reply, String list) {
        List<String> members = new ArrayList<>();
        NodeList lists = reply.body().getElementsByTagName(list);
        Node first = lists.getLength() == 0 ? null : lists.item(0).getFirstChild();
        for (Node node = first; node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                members.add(node.getTextContent());
            }
        }
        return members;
    }

    private static String last(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
