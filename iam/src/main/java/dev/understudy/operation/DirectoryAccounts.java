package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Directory;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

/** The accounts of the directory, with their quotas. */
public record DirectoryAccounts(Directory directory, Quotas quotas) implements Accounts {
    /** With AWS's default quotas. */
    public DirectoryAccounts(Directory directory) {
        this(directory, Quotas.AWS);
    }

    @Override
    public @Nullable Account account(AccountId id) {
        return directory.account(id);
    }

    @Override
    public @Nullable AccountId locate(String id) {
        return directory.locate(id);
    }
}
