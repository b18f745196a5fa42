package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Which patterns of policies can name a resource of a type. */
class TemplateOverlapTest {
    private static final String OBJECT = "arn:${Partition}:s3:::${BucketName}/${ObjectName}";
    private static final String QUEUE = "arn:${Partition}:sqs:${Region}:${Account}:${QueueName}";

    @Test
    void partsAreComparedOneByOne() {
        assertThat(TemplateOverlap.of(OBJECT, "arn:aws:s3:::b/*")).isTrue();
        assertThat(TemplateOverlap.of(OBJECT, "arn:aws:s3:::*")).isTrue();
        assertThat(TemplateOverlap.of(OBJECT, "arn:aws:s3:::b")).isFalse();
        assertThat(TemplateOverlap.of(OBJECT, "arn:aws:s3:eu-west-1::b/*")).isFalse();
        assertThat(TemplateOverlap.of(OBJECT, "arn:aws:s3:*:*:b/?")).isTrue();
        assertThat(TemplateOverlap.of(OBJECT, "arn:aws:s?:::${aws:username}")).isTrue();
        assertThat(TemplateOverlap.of(QUEUE, "arn:aws:sqs:::q")).isFalse();
        assertThat(TemplateOverlap.of(QUEUE, "arn:aws:sqs:*:1:a/b")).isFalse();
        assertThat(TemplateOverlap.of(QUEUE, "arn:aws:sqs")).isTrue();
    }

    /** A template filled in is an ARN of the type, and stays one under any wildcard. */
    @Test
    void whatMatchesOverlaps() {
        List<String> wrong = new ArrayList<>();
        for (String service : ServiceCatalog.aws().services()) {
            for (ResourceType type : ServiceCatalog.aws().resourceTypes(service)) {
                for (String pattern : type.arnPatterns()) {
                    String arn = pattern.replaceAll("\\$\\{[^}]*}", "x");
                    String wild = arn.substring(0, arn.length() - 1) + "*";
                    if (!type.overlaps(arn) || !type.overlaps(wild) || !type.overlaps("*")) {
                        wrong.add(service + " " + arn);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void tagKeysAreFoundHoweverTheyAreListed() {
        ServiceCatalog catalog = ServiceCatalog.aws();
        assertThat(catalog.conditionKey("s3:ExistingObjectTag/team")).isNotNull();
        assertThat(catalog.conditionKey("secretsmanager:ResourceTag/a:b")).isNotNull();
        assertThat(catalog.conditionKey("s3:Nothing/team")).isNull();
    }
}
