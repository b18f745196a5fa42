package dev.understudy.iam.samlproviders;

import dev.understudy.federation.SamlMetadata;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A metadata document that was read before it is taken.
 *
 * @param text as it was given
 * @param validUntil by the document's own word; a hundred years after it was taken if it does not
 *     say, as AWS answers
 */
record ReadMetadata(String text, Instant validUntil) {
    private static final int YEARS = 100;

    static ReadMetadata of(String text, AuthenticatedCall call) {
        SamlMetadata metadata = SamlMetadata.parse(text);
        if (metadata == null) {
            throw InvalidInput.because("Could not parse metadata.");
        }
        Limits.require(Quota.IDPS_PER_SAML_PROVIDER, metadata.issuers().size(), call);
        Limits.require(Quota.KEYS_PER_SAML_PROVIDER, metadata.certificateCount(), call);
        Instant end = end(metadata);
        return new ReadMetadata(
                text,
                end == null
                        ? call.now().atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant()
                        : end.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The earliest end that the document names. */
    private static @Nullable Instant end(SamlMetadata metadata) {
        Instant end = metadata.validUntil();
        for (SamlMetadata.Issuer issuer : metadata.issuers()) {
            Instant own = issuer.validUntil();
            if (own != null && (end == null || own.isBefore(end))) {
                end = own;
            }
        }
        return end;
    }
}
