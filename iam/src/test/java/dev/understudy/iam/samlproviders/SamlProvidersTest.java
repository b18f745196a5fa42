package dev.understudy.iam.samlproviders;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.SamlProvider;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** SAML providers over the wire. */
class SamlProvidersTest {
    private static final String ARN = "arn:aws:iam::111122223333:saml-provider/idp";
    private static final String MISSING = "Manifest not found for arn " + ARN;

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private static String metadata() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("understudy.root", ".."))
                        .resolve("spec/wire/files/saml-metadata.xml"));
    }

    private static String key() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private Answer create(String... more) throws IOException {
        return admin.call(
                "CreateSAMLProvider",
                concat(List.of("Name", "idp", "SAMLMetadataDocument", metadata()), more));
    }

    private Answer call(String action, String... more) {
        return admin.call(action, concat(List.of("SAMLProviderArn", ARN), more));
    }

    private static String[] concat(List<String> first, String[] more) {
        List<String> all = new java.util.ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void whatWasRegisteredIsTold() throws IOException {
        Answer created = create("Tags.member.1.Key", "team", "Tags.member.1.Value", "blue").ok();
        assertThat(created.text("SAMLProviderArn")).isEqualTo(ARN);
        assertThat(created.text("Key")).isEqualTo("team");
        Answer told = call("GetSAMLProvider").ok();
        assertThat(told.text("SAMLMetadataDocument")).isEqualTo(metadata());
        assertThat(told.text("CreateDate")).isEqualTo("2026-01-15T12:00:00Z");
        assertThat(told.text("ValidUntil")).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(told.text("SAMLProviderUUID")).matches("[A-Z0-9]{22,64}");
        assertThat(told.has("PrivateKeyList")).isFalse();
        assertThat(told.has("AssertionEncryptionMode")).isFalse();
        Answer listed = admin.call("ListSAMLProviders").ok();
        assertThat(listed.texts("Arn")).containsExactly(ARN);
        assertThat(listed.has("Tags")).isFalse();
        assertThat(admin.call("GetAccountSummary").ok().toString())
                .containsPattern("<key>Providers</key>\\s*<value>1</value>");
        call("DeleteSAMLProvider").ok();
        call("DeleteSAMLProvider").refused(404, "NoSuchEntity", MISSING);
        call("GetSAMLProvider").refused(404, "NoSuchEntity", MISSING);
        call("UpdateSAMLProvider").refused(404, "NoSuchEntity", MISSING);
    }

    @Test
    void withoutAnEndItIsGoodForAHundredYears() throws IOException {
        create().ok();
        call(
                        "UpdateSAMLProvider",
                        "SAMLMetadataDocument",
                        metadata().replace(" validUntil=\"2030-01-01T00:00:00Z\"", ""))
                .ok();
        assertThat(call("GetSAMLProvider").text("ValidUntil")).isEqualTo("2126-01-15T12:00:00Z");
    }

    @Test
    void badDocumentsAndNamesChangeNothing() throws IOException {
        create().ok();
        create().refused(409, "EntityAlreadyExists", "Provider with name idp already exists.");
        String noMetadata = "<a>" + "x".repeat(1_000) + "</a>";
        call("UpdateSAMLProvider", "SAMLMetadataDocument", noMetadata)
                .refused(400, "InvalidInput", "Could not parse metadata.");
        call("UpdateSAMLProvider", "SAMLMetadataDocument", "<a/>").refused("ValidationError");
        String doctype = metadata().replace("?>", "?><!DOCTYPE x [<!ENTITY e 'e'>]>");
        call("UpdateSAMLProvider", "SAMLMetadataDocument", doctype)
                .refused(400, "InvalidInput", "Could not parse metadata.");
        assertThat(call("GetSAMLProvider").text("SAMLMetadataDocument")).isEqualTo(metadata());
        admin.call("GetSAMLProvider", "SAMLProviderArn", "x".repeat(20))
                .refused(400, "ValidationError", "ARN " + "x".repeat(20) + " is not valid.");
        admin.call("CreateSAMLProvider", "Name", "a b", "SAMLMetadataDocument", metadata())
                .refused("ValidationError");
    }

    @Test
    void privateKeysRotateAndNeverComeBack() throws IOException, NoSuchAlgorithmException {
        create("AssertionEncryptionMode", "Required").refused("InvalidInput");
        String first = key();
        create("AssertionEncryptionMode", "Required", "AddPrivateKey", first).ok();
        Answer told = call("GetSAMLProvider").ok();
        assertThat(told.text("AssertionEncryptionMode")).isEqualTo("Required");
        assertThat(told.texts("KeyId")).hasSize(1);
        assertThat(told.text("Timestamp")).isEqualTo("2026-01-15T12:00:00Z");
        String secret = first.lines().skip(3).findFirst().orElseThrow();
        assertThat(told.toString()).doesNotContain(secret);
        SamlProvider stored = world.account(TRUSTING).samlProvider("idp");
        assertThat(dev.understudy.directory.EntityForm.write(stored)).doesNotContain(secret);
        assertThat(stored.toString()).doesNotContain(secret);
        assertThat(stored.privateKeys().getFirst().open(world.keyring()))
                .isEqualTo(
                        Base64.getMimeDecoder()
                                .decode(
                                        first.replace("-----BEGIN PRIVATE KEY-----", "")
                                                .replace("-----END PRIVATE KEY-----", "")));
        String old = told.text("KeyId");
        call("UpdateSAMLProvider", "RemovePrivateKey", old).refused("InvalidInput");
        call("UpdateSAMLProvider", "AddPrivateKey", key(), "RemovePrivateKey", old)
                .refused("InvalidInput");
        call("UpdateSAMLProvider", "AddPrivateKey", key()).ok();
        call("UpdateSAMLProvider", "AddPrivateKey", key()).refused("LimitExceeded");
        call("UpdateSAMLProvider", "RemovePrivateKey", old).ok();
        call("UpdateSAMLProvider", "RemovePrivateKey", old).refused("NoSuchEntity");
        assertThat(call("GetSAMLProvider").texts("KeyId")).hasSize(1).doesNotContain(old);
        call("UpdateSAMLProvider", "AddPrivateKey", "not a key").refused("InvalidInput");
    }

    @Test
    void tagsArePagedAndDecideAccess() throws IOException {
        create().ok();
        call(
                        "TagSAMLProvider",
                        "Tags.member.1.Key",
                        "b",
                        "Tags.member.1.Value",
                        "1",
                        "Tags.member.2.Key",
                        "A",
                        "Tags.member.2.Value",
                        "2")
                .ok();
        assertThat(new Pages(admin, "ListSAMLProviderTags", "SAMLProviderArn", ARN).oneByOne("Key"))
                .containsExactly("A", "b");
        Client tagged =
                world.userWith(
                        TRUSTING,
                        "tagged",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
                                + "\"iam:*SAML*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":"
                                + "{\"aws:ResourceTag/A\":\"2\"}}}}");
        tagged.call("GetSAMLProvider", "SAMLProviderArn", ARN).ok();
        call("UntagSAMLProvider", "TagKeys.member.1", "A").ok();
        tagged.call("GetSAMLProvider", "SAMLProviderArn", ARN)
                .refused(
                        403,
                        "AccessDenied",
                        "User: arn:aws:iam::111122223333:user/tagged is not authorized to perform:"
                                + " iam:GetSAMLProvider on resource: "
                                + ARN
                                + " because no identity-based policy allows the iam:GetSAMLProvider"
                                + " action");
    }
}
