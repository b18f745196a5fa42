package dev.understudy.iam.policies;

import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.patterns.Documents;

import java.time.Instant;

/** A version of a managed policy as answers tell it. */
final class DescribedVersion {
    private DescribedVersion() {}

    /** With its document. */
    static software.amazon.awssdk.services.iam.model.PolicyVersion whole(
            String versionId, String document, Instant createDate, boolean isDefault) {
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
        return listed(version.versionId(), version.createDate(), isDefault);
    }

    /** Without its document. */
    static software.amazon.awssdk.services.iam.model.PolicyVersion listed(
            String versionId, Instant createDate, boolean isDefault) {
        return software.amazon.awssdk.services.iam.model.PolicyVersion.builder()
                .versionId(versionId)
                .isDefaultVersion(isDefault)
                .createDate(createDate)
                .build();
    }
}
