package dev.understudy.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.Test;

import java.util.List;

/** An account is a value: changing it makes another. */
class AccountTest {
    private final Account empty = Account.empty(AccountId.of("111122223333"));

    @Test
    void changesMakeAnotherAccount() {
        Account one = empty.apply(List.of(new Change.Put(Entities.user("AIDA1", "Bob"))), 1);
        assertThat(empty.users()).isEmpty();
        assertThat(one.user("bOB").id()).isEqualTo("AIDA1");
        assertThat(one.userByArn("arn:aws:iam::111122223333:user/Bob")).isNotNull();
        assertThat(one.userByArn("arn:aws:iam::111122223333:user/bob"))
                .as("ARNs keep their case")
                .isNull();
        Account renamed =
                one.apply(List.of(new Change.Put(one.user("bob").renamed("Eve", "/x/"))), 2);
        assertThat(renamed.user("bob")).isNull();
        assertThat(renamed.user("eve").arn(renamed))
                .isEqualTo("arn:aws:iam::111122223333:user/x/Eve");
        assertThat(one.user("bob")).isNotNull();
    }

    @Test
    void listsAreSortedIgnoringCase() {
        Account account = empty;
        for (String name : List.of("b", "A", "C", "a2")) {
            account = account.apply(List.of(new Change.Put(Entities.role(name))), 1);
        }
        assertThat(account.roles()).extracting(Role::name).containsExactly("A", "a2", "b", "C");
    }

    @Test
    void credentialsAreFoundByTheirUser() {
        Account account = empty;
        for (Entity entity : Entities.all()) {
            account = account.apply(List.of(new Change.Put(entity)), 1);
        }
        Credentials credentials = account.credentials();
        assertThat(credentials.serviceCredentialsOf("AIDA1"))
                .extracting(ServiceCredential::id)
                .containsExactly("ACCA1", "ACCA2");
        assertThat(credentials.serviceCredentialsOf("AIDA")).as("a prefix is nobody").isEmpty();
        assertThat(credentials.mfaDevicesOf("AIDA1"))
                .extracting(MfaDevice::serialNumber)
                .containsExactly("arn:mfa/x");
        assertThat(credentials.serverCertificate("WHOLE")).isNotNull();
        assertThat(account.accessKeysOf("AIDA1")).hasSize(1);
    }

    @Test
    void attachmentsAreCounted() {
        Account account = empty;
        for (Entity entity : Entities.all()) {
            account = account.apply(List.of(new Change.Put(entity)), 1);
        }
        assertThat(account.attachmentCount("arn:aws:iam::aws:policy/AdministratorAccess"))
                .isEqualTo(3);
        assertThat(account.boundaryUseCount("arn:b")).isEqualTo(2);
        assertThat(account.membersOf("AGPA2")).extracting(User::name).containsExactly("Whole");
    }
}
