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
    private final CodeSet organisations = new CodeSet();
    private final Set<String> others = new HashSet<>();
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
                    when isNew(accepted.fact()) -> new FileRow.Good(whole.line(), accepted.fact());
                    case Verdict.Accepted accepted ->
                        new FileRow.Quarantined(whole.line(), whole.raw(), Reason.DUPLICATE);
                };
        };
    }

    private boolean isNew(Fact fact) {
        return switch (fact) {
            case Fact.Organisation organisation -> organisations.add(organisation.code());
            case Fact.Registration registration -> organisations.add(registration.practice());
            case Fact.Geography geography ->
                organisations.add(geography.subIcb().code());
            case Fact.Spell spell -> others.add(spell.practice() + ' ' + spell.pcn() + ' ' + spell.starts());
            case Fact.ListSize size when size.of() == Fact.ListOf.PRACTICE -> organisations.add(size.code());
            case Fact.ListSize size -> others.add(size.of() + " " + size.code());
        };
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
