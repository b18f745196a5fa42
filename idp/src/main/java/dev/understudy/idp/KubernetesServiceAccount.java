package dev.understudy.idp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service account of Kubernetes, whose token is projected into a pod, as the webhook of EKS asks
 * for it (IRSA).
 *
 * @param namespace the namespace
 * @param name the service account
 * @param pod the pod that has the token
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/">Managing
 *     service accounts</a>
 */
public record KubernetesServiceAccount(String namespace, String name, String pod) {
    /** An issuer as EKS makes them; each cluster has its own. */
    public static final String ISSUER =
            "https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";

    private static final String SUBJECT = "system:serviceaccount:";

    /** In a pod named like the account. */
    public static KubernetesServiceAccount of(String namespace, String name) {
        return new KubernetesServiceAccount(namespace, name, name + "-0");
    }

    /**
     * The account that has this subject.
     *
     * @param subject {@code system:serviceaccount:NAMESPACE:NAME}
     */
    public static KubernetesServiceAccount ofSubject(String subject) {
        String[] part = subject.split(":", -1);
        if (part.length != 4 || !subject.startsWith(SUBJECT)) {
            throw new IllegalArgumentException(
                    "`"
                            + subject
                            + "` is no subject of Kubernetes's: they are"
                            + " system:serviceaccount:NAMESPACE:NAME");
        }
        return of(part[2], part[3]);
    }

    /** Its subject. */
    public String subject() {
        return SUBJECT + namespace + ":" + name;
    }

    /** Its token for AWS, whose audience is a list. */
    public Token token() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("namespace", namespace);
        claim.put("node", reference("ip-10-0-0-1.ec2.internal", 1));
        claim.put("pod", reference(pod, 2));
        claim.put("serviceaccount", reference(name, 3));
        return Token.of(subject(), "sts.amazonaws.com")
                .claim("aud", java.util.List.of("sts.amazonaws.com"))
                .claim("jti", Token.FRESH)
                .claim("kubernetes.io", claim)
                .claim("nbf", Duration.ZERO)
                .validFor(Duration.ofDays(1))
                .untyped();
    }

    private static Map<String, Object> reference(String name, int number) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("name", name);
        reference.put("uid", "5f3c1a2b-0000-4000-8000-00000000000" + number);
        return reference;
    }
}
