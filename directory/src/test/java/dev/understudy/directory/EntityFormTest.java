package dev.understudy.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * The stored form keeps everything, refuses what it does not know, and denies where a document
 * broke.
 */
class EntityFormTest {
    @Test
    void everyEntityComesBack() {
        for (Entity entity : Entities.all()) {
            Entity read = EntityForm.read(entity.key().kind(), EntityForm.write(entity));
            assertThat(read).isEqualTo(entity);
        }
        assertThat(Entities.all().stream().map(entity -> entity.key().kind()).distinct())
                .as("every kind is tried")
                .containsExactlyInAnyOrder(EntityKind.values());
    }

    @Test
    void unknownComponentsAreRefused() {
        String json =
                EntityForm.write(Entities.user("AIDA1", "u")).replaceFirst("\\{", "{\"new\":1,");
        assertThatThrownBy(() -> EntityForm.read(EntityKind.USER, json))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBrokenDocumentDenies() {
        String json = EntityForm.write(Entities.role("r")).replace("Statement", "Broken");
        Role role = (Role) EntityForm.read(EntityKind.ROLE, json);
        assertThat(role.trustPolicy().isUnreadable()).isTrue();
        assertThat(List.of(role.trustPolicy().text())).first().asString().contains("Broken");
    }
}
