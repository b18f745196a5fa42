package dev.understudy.idp;

import java.time.Duration;

/**
 * A job of GitLab CI/CD.
 *
 * @param project {@code group/project}, with any number of groups
 * @param refType {@code branch} or {@code tag}
 * @param ref the branch or tag, without {@code refs/}
 * @see <a href="https://docs.gitlab.com/ci/secrets/id_token_authentication/">ID tokens</a>
 */
public record GitLabJob(String project, String refType, String ref) {
    /** The issuer of gitlab.com. */
    public static final String ISSUER = "https://gitlab.com";

    private static final String COMMIT = "714a629c0b401fdce83e847fc9589983fc6f46bc";

    /** Its group must be named. */
    public GitLabJob {
        if (!project.matches("[^:]+/[^:/]+")) {
            throw new IllegalArgumentException(
                    "`" + project + "` is no project: it must be GROUP/PROJECT");
        }
    }

    /** A job of a branch. */
    public static GitLabJob branch(String project, String branch) {
        return new GitLabJob(project, "branch", branch);
    }

    /**
     * The job that has this subject.
     *
     * @param subject {@code project_path:GROUP/PROJECT:ref_type:TYPE:ref:NAME}
     */
    public static GitLabJob ofSubject(String subject) {
        String[] part = subject.split(":", 6);
        if (part.length != 6
                || !part[0].equals("project_path")
                || !part[2].equals("ref_type")
                || !part[4].equals("ref")) {
            throw new IllegalArgumentException(
                    "`"
                            + subject
                            + "` is no subject of GitLab's: they are"
                            + " project_path:GROUP/PROJECT:ref_type:TYPE:ref:NAME");
        }
        return new GitLabJob(part[1], part[3], part[5]);
    }

    /** Its subject. */
    public String subject() {
        return "project_path:" + project + ":ref_type:" + refType + ":ref:" + ref;
    }

    /**
     * Its token; the job chooses the audience, which is the instance's URL in GitLab's examples.
     */
    public Token token() {
        String path = refType.equals("tag") ? "refs/tags/" : "refs/heads/";
        return Token.of(subject(), ISSUER)
                .claim("project_id", "28")
                .claim("project_path", project)
                .claim("namespace_id", "72")
                .claim("namespace_path", project.substring(0, project.lastIndexOf('/')))
                .claim("user_id", "1")
                .claim("user_login", "sample-user")
                .claim("user_email", "sample-user@example.com")
                .claim("user_access_level", "developer")
                .claim("pipeline_id", "574")
                .claim("pipeline_source", "push")
                .claim("job_id", "302")
                .claim("ref", ref)
                .claim("ref_type", refType)
                .claim("ref_path", path + ref)
                .claim("ref_protected", "true")
                .claim("runner_id", 1)
                .claim("runner_environment", "gitlab-hosted")
                .claim("sha", COMMIT)
                .claim("project_visibility", "private")
                .claim(
                        "ci_config_ref_uri",
                        "gitlab.com/" + project + "//.gitlab-ci.yml@" + path + ref)
                .claim("ci_config_sha", COMMIT)
                .claim("jti", Token.FRESH)
                .claim("nbf", Duration.ofSeconds(-5))
                .validFor(Duration.ofHours(1));
    }
}
