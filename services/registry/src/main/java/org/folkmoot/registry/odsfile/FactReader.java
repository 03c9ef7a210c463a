package org.folkmoot.registry.odsfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of an examined file, one after the other: a fact, or the reason why it is none. Holds the keys of the
 * rows already told in memory, to find those told twice.
 */
public final class FactReader implements AutoCloseable {

    private final InputStream in;
    private final RowReader rows;
    private final Form form;
    private final boolean headed;
    private final Set<Object> told = new HashSet<>();
    private boolean started;

    /** @param in the same bytes as were examined; closed with this reader */
    public FactReader(Examined.Recognised file, InputStream in) {
        this.in = in;
        this.headed = file.kind().hasHeader();
        this.rows = new RowReader(in, headed ? file.header().columns().size() : Shape.COLUMNS);
        this.form = Form.of(file);
    }

    /**
     * The next row, or null after the last.
     *
     * @throws IOException when the file cannot be read
     */
    public @Nullable FileRow next() throws IOException {
        if (!started && headed) {
            rows.nextLine();
        }
        started = true;
        Row row = rows.next();
        return switch (row) {
            case null -> null;
            case Row.Broken broken -> new FileRow.Quarantined(broken.line(), broken.raw(), broken.reason());
            case Row.Whole whole ->
                switch (form.read(whole.values())) {
                    case Verdict.Refused refused ->
                        new FileRow.Quarantined(whole.line(), whole.raw(), refused.reason());
                    case Verdict.Accepted accepted
                    when told.add(key(accepted.fact())) -> new FileRow.Good(whole.line(), accepted.fact());
                    case Verdict.Accepted accepted ->
                        new FileRow.Quarantined(whole.line(), whole.raw(), Reason.DUPLICATE);
                };
        };
    }

    private static Object key(Fact fact) {
        return switch (fact) {
            case Fact.Organisation organisation -> organisation.code();
            case Fact.Registration registration -> registration.practice();
            case Fact.Geography geography -> geography.subIcb().code();
            case Fact.Spell spell -> spell.practice() + ' ' + spell.pcn() + ' ' + spell.starts();
            case Fact.ListSize size -> size.of() == Fact.ListOf.PRACTICE ? size.code() : size.of() + " " + size.code();
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
