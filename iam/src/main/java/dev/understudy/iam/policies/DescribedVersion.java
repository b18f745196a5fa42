package dev.understudy.iam.policies;

import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.policy.PolicyDocument;

import java.time.Instant;

/** A version of a managed policy as answers tell it. */
final class DescribedVersion {
    private DescribedVersion() {}

    /** With its document. */
    static software.amazon.awssdk.services.iam.model.PolicyVersion whole(
            String versionId, PolicyDocument document, Instant createDate, boolean isDefault) {
        return software.amazon.awssdk.services.iam.model.PolicyVersion.builder()
                .document(Documents.encoded(document))
                .versionId(versionId)
                .isDefaultVersion(isDefault)
                .createDate(createDate)
                .build();
    }

    /** Without its document. */
    static software.amazon.awssdk.services.iam.model.PolicyVersion listed(
            PolicyVersion version, boolean isDefault) {
        return software.amazon.awssdk.services.iam.model.PolicyVersion.builder()
                .versionId(version.versionId())
                .isDefaultVersion(isDefault)
                .createDate(version.createDate())
                .build();
    }
}
