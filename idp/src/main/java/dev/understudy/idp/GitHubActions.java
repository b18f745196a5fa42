package dev.understudy.idp;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * A job of GitHub Actions.
 *
 * @param repository {@code owner/name}
 * @param ref {@code refs/heads/main}
 * @param environment the deployment environment; null for none
 * @param event what started the workflow, like {@code push}
 * @see <a href="https://docs.github.com/en/actions/reference/security/oidc">OIDC token claims</a>
 */
public record GitHubActions(
        String repository, String ref, @Nullable String environment, String event) {
    /** The issuer of github.com. */
    public static final String ISSUER = "https://token.actions.githubusercontent.com";

    private static final String COMMIT = "3d4c0f1c5d0e7a64a2bb0c3f6a7f0b1e2c9d8e7f";

    /** Its owner must be named. */
    public GitHubActions {
        if (!repository.matches("[^/:]+/[^/:]+")) {
            throw new IllegalArgumentException(
                    "`" + repository + "` is no repository: it must be OWNER/NAME");
        }
    }

    /** A push to a branch: {@code refs/heads/main}. */
    public static GitHubActions push(String repository, String ref) {
        return new GitHubActions(repository, ref, null, "push");
    }

    /** A job of the main branch that deploys to this environment. */
    public static GitHubActions deployment(String repository, String environment) {
        return new GitHubActions(repository, "refs/heads/main", environment, "push");
    }

    /** A pull request, whose subject names neither branch nor number. */
    public static GitHubActions pullRequest(String repository) {
        return new GitHubActions(repository, "refs/pull/1/merge", null, "pull_request");
    }

    /**
     * The job that has this subject.
     *
     * @param subject {@code repo:OWNER/NAME:ref:REF}, {@code repo:OWNER/NAME:environment:NAME} or
     *     {@code repo:OWNER/NAME:pull_request}
     */
    public static GitHubActions ofSubject(String subject) {
        String[] part = subject.split(":", 4);
        if (part.length >= 3 && part[0].equals("repo")) {
            if (part.length == 4 && part[2].equals("ref")) {
                return push(part[1], part[3]);
            }
            if (part.length == 4 && part[2].equals("environment")) {
                return deployment(part[1], part[3]);
            }
            if (part.length == 3 && part[2].equals("pull_request")) {
                return pullRequest(part[1]);
            }
        }
        throw new IllegalArgumentException(
                "`"
                        + subject
                        + "` is no subject of GitHub's: they are repo:OWNER/NAME:ref:REF,"
                        + " repo:OWNER/NAME:environment:NAME and repo:OWNER/NAME:pull_request");
    }

    /** Its subject. */
    public String subject() {
        String suffix =
                environment != null
                        ? "environment:" + environment
                        : event.equals("pull_request") ? event : "ref:" + ref;
        return "repo:" + repository + ":" + suffix;
    }

    private String owner() {
        return repository.substring(0, repository.indexOf('/'));
    }

    /** Its token for AWS: GitHub lets jobs choose the audience, and AWS's action chooses STS. */
    public Token token() {
        String workflow = repository + "/.github/workflows/deploy.yml@" + ref;
        Token token =
                Token.of(subject(), "sts.amazonaws.com")
                        .claim("jti", Token.FRESH)
                        .claim("ref", ref)
                        .claim("sha", COMMIT)
                        .claim("repository", repository)
                        .claim("repository_owner", owner())
                        .claim("repository_owner_id", "65")
                        .claim("run_id", "1234567890")
                        .claim("run_number", "10")
                        .claim("run_attempt", "1")
                        .claim("repository_visibility", "private")
                        .claim("repository_id", "74")
                        .claim("actor_id", "12")
                        .claim("actor", "octocat")
                        .claim("workflow", "deploy")
                        .claim("head_ref", event.equals("pull_request") ? "topic" : "")
                        .claim("base_ref", event.equals("pull_request") ? "main" : "")
                        .claim("event_name", event)
                        .claim("ref_protected", "false")
                        .claim("ref_type", ref.startsWith("refs/tags/") ? "tag" : "branch")
                        .claim("workflow_ref", workflow)
                        .claim("workflow_sha", COMMIT)
                        .claim("job_workflow_ref", workflow)
                        .claim("job_workflow_sha", COMMIT)
                        .claim("runner_environment", "github-hosted")
                        .claim("nbf", Duration.ofMinutes(-10))
                        .validFor(Duration.ofMinutes(5));
        return environment == null ? token : token.claim("environment", environment);
    }
}
