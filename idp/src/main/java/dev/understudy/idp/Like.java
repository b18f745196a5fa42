package dev.understudy.idp;

import java.util.function.Function;

/** The providers whose tokens are imitated. */
public enum Like {
    /** GitHub Actions. */
    GITHUB(
            GitHubActions.ISSUER,
            "repo:octo-org/octo-repo:ref:refs/heads/main",
            subject -> GitHubActions.ofSubject(subject).token()),
    /** A cluster of Kubernetes, like EKS. */
    KUBERNETES(
            KubernetesServiceAccount.ISSUER,
            "system:serviceaccount:default:web",
            subject -> KubernetesServiceAccount.ofSubject(subject).token()),
    /** Google. */
    GOOGLE(
            GoogleAccount.ISSUER,
            "110169484474386276334",
            subject -> GoogleAccount.ofSubject(subject).token()),
    /** A realm of Keycloak. */
    KEYCLOAK(
            KeycloakUser.ISSUER,
            "36fa0f91-f94d-4a0c-afed-6b7d952e47da",
            subject -> KeycloakUser.ofSubject(subject).token()),
    /** A tenant of Microsoft Entra ID. */
    ENTRA(
            EntraUser.ISSUER,
            "AAAAAAAAAAAAAAAAAAAAAIkzqFVrSaSaFHy782bbtaQ",
            subject -> EntraUser.ofSubject(subject).token()),
    /** GitLab CI/CD. */
    GITLAB(
            GitLabJob.ISSUER,
            "project_path:my-group/my-project:ref_type:branch:ref:main",
            subject -> GitLabJob.ofSubject(subject).token());

    private final String issuer;
    private final String subject;
    private final Function<String, Token> maker;

    Like(String issuer, String subject, Function<String, Token> maker) {
        this.issuer = issuer;
        this.subject = subject;
        this.maker = maker;
    }

    /** The issuer of the real one, or of an example where each customer has another. */
    public String issuer() {
        return issuer;
    }

    /** The example of a subject. */
    public String subject() {
        return subject;
    }

    /**
     * A token about this subject, with the provider's claims.
     *
     * @throws IllegalArgumentException if the provider's subjects have another form; the message
     *     says which
     */
    public Token token(String about) {
        return maker.apply(about);
    }

    /** A token about the example. */
    public Token token() {
        return token(subject);
    }
}
