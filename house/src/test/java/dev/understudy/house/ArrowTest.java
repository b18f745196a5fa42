package dev.understudy.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * Arrows between modules only ever point up the list, and what is embedded alone depends on
 * nothing.
 */
class ArrowTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.understudy");

    /** The packages of each module, a module's below all it may use. */
    private static final List<List<String>> LAYERS =
            List.of(
                    List.of("dev.understudy.policy.."),
                    List.of("dev.understudy.signature.."),
                    List.of("dev.understudy.catalog.."),
                    List.of("dev.understudy.federation.."),
                    List.of("dev.understudy.idp.."),
                    List.of("dev.understudy.directory"),
                    List.of("dev.understudy.directory.sql.."),
                    List.of("dev.understudy.analysis.."),
                    List.of(
                            "dev.understudy.operation..",
                            "dev.understudy.iam..",
                            "dev.understudy.organizations..",
                            "dev.understudy.ec2..",
                            "dev.understudy.sts.."),
                    List.of("dev.understudy.server.."));

    @Test
    void noArrowPointsDownTheList() {
        for (int i = 0; i < LAYERS.size(); i++) {
            for (int j = i + 1; j < LAYERS.size(); j++) {
                noClasses()
                        .that()
                        .resideInAnyPackage(LAYERS.get(i).toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(LAYERS.get(j).toArray(String[]::new))
                        .check(CLASSES);
            }
        }
    }

    @Test
    void theTestIdentityProviderSharesNoCodeWithWhatVerifiesItsTokens() {
        noClasses()
                .that()
                .resideInAPackage("dev.understudy.idp..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.understudy.federation..")
                .check(CLASSES);
    }

    @Test
    void policyAndSignatureDependOnTheJdkAlone() {
        for (String module : List.of("dev.understudy.policy..", "dev.understudy.signature..")) {
            noClasses()
                    .that()
                    .resideInAPackage(module)
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(module, "java..", "javax.crypto..", "org.jspecify..")
                    .check(CLASSES);
        }
    }

    @Test
    void sqlStaysInItsModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.understudy.directory.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void httpStaysInTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.understudy.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.helidon..", "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void tokensOfOutsidersAreReadInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.understudy.federation..", "dev.understudy.idp..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .check(CLASSES);
    }

    @Test
    void resourcesOfIamDoNotKnowTheWire() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.understudy.iam..", "dev.understudy.sts..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("Xml")
                .check(CLASSES);
    }
}
