package dev.understudy.directory;

/** The journal in memory keeps the contract. */
class InMemoryJournalTest extends JournalContract {
    @Override
    protected Journal create() {
        return new InMemoryJournal();
    }

    @Override
    protected Journal reopen(Journal open) {
        return open;
    }
}
