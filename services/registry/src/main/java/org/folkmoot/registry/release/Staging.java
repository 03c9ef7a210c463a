package org.folkmoot.registry.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.folkmoot.registry.odsfile.Fact;
import org.folkmoot.registry.odsfile.FileKind;
import org.folkmoot.registry.odsfile.OrganisationKind;

/** The rows of one file in a temporary table of the load's transaction, before they are compared with what is known. */
final class Staging implements AutoCloseable {

    private static final String OF_FILES =
            "kind, name, status, opened, closed, roles, address, postcode, phone, region, icb,"
                    + " commissioner, commissioner_from, commissioner_to, parent, provider";

    private static final String AREAS =
            "sub_icb, sub_icb_name, sub_icb_ons, icb, icb_name, icb_ons, region, region_name," + " region_ons";

    /** The columns of an organisation's version that files tell, beside its code and source. */
    static final List<String> ORGANISATION = List.of((OF_FILES + ", ons").split(", "));

    private final CopyWriter rows;

    private Staging(CopyWriter rows) {
        this.rows = rows;
    }

    /** Makes the temporary tables; they are gone when the transaction ends. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table :
                    new String[] {"organisation", "registration", "geography", "spell", "list", "total", "change"}) {
                statement.execute("drop table if exists stage_" + table);
            }
            statement.execute("create temporary table stage_organisation on commit drop as select code, source, "
                    + OF_FILES + ", ons from organisation with no data");
            statement.execute("create temporary table stage_change on commit drop as select code, source, " + OF_FILES
                    + " from organisation with no data");
            statement.execute("""
                    create temporary table stage_registration (
                        practice text collate "C", name text, postcode text, pcn text collate "C", pcn_name text,
                        sub_icb text collate "C", sub_icb_name text, sub_icb_ons text,
                        icb text collate "C", icb_name text, icb_ons text,
                        region text collate "C", region_name text, region_ons text,
                        supplier text, on_register boolean not null default true) on commit drop
                    """);
            statement.execute("""
                    create temporary table stage_geography (
                        sub_icb text collate "C", sub_icb_name text, sub_icb_ons text,
                        icb text collate "C", icb_name text, icb_ons text,
                        region text collate "C", region_name text, region_ons text) on commit drop
                    """);
            statement.execute("create temporary table stage_spell on commit drop as "
                    + "select practice, pcn, starts, ends, sub_icb from pcn_spell with no data");
            statement.execute("create temporary table stage_list on commit drop as "
                    + "select practice, patients, sub_icb from list_size with no data");
            statement.execute("create temporary table stage_total on commit drop as "
                    + "select of, code, patients from list_total with no data");
        }
    }

    /** Begins to write the rows of a file of that kind. */
    static Staging of(Connection connection, FileKind kind) throws SQLException {
        return new Staging(
                switch (kind) {
                    case COST_CENTRES, TRUSTS, BRANCHES, PCN_DETAILS ->
                        new CopyWriter(connection, "stage_organisation", "code, source, " + OF_FILES);
                    case CHANGES -> new CopyWriter(connection, "stage_change", "code, source, " + OF_FILES);
                    case REGISTER_MAP ->
                        new CopyWriter(
                                connection,
                                "stage_registration",
                                "practice, name, postcode, pcn, pcn_name, " + AREAS + ", supplier");
                    case GEOGRAPHY -> new CopyWriter(connection, "stage_geography", AREAS);
                    case MEMBERSHIPS ->
                        new CopyWriter(connection, "stage_spell", "practice, pcn, starts, ends, sub_icb");
                    case LIST_SIZES -> new CopyWriter(connection, "stage_list", "practice, patients, sub_icb");
                    case LIST_TOTALS -> new CopyWriter(connection, "stage_total", "of, code, patients");
                });
    }

    void write(Fact fact) throws SQLException {
        switch (fact) {
            case Fact.Organisation o ->
                rows.text(o.code())
                        .text(source(o.kind()))
                        .text(o.kind().slug())
                        .text(o.name())
                        .text(o.status().slug())
                        .date(o.opened())
                        .date(o.closed())
                        .text(o.roles())
                        .text(o.address())
                        .text(o.postcode())
                        .text(o.phone())
                        .text(o.region())
                        .text(o.icb())
                        .text(o.commissioner())
                        .date(o.commissionerFrom())
                        .date(o.commissionerTo())
                        .text(o.parent())
                        .text(o.provider());
            case Fact.Registration r -> {
                rows.text(r.practice())
                        .text(r.name())
                        .text(r.postcode())
                        .text(r.pcn())
                        .text(r.pcnName());
                area(r.subIcb());
                area(r.icb());
                area(r.region());
                rows.text(r.supplier());
            }
            case Fact.Geography g -> {
                area(g.subIcb());
                area(g.icb());
                area(g.region());
            }
            case Fact.Spell s ->
                rows.text(s.practice())
                        .text(s.pcn())
                        .date(s.starts())
                        .date(s.ends())
                        .text(s.subIcb());
            case Fact.ListSize l -> {
                if (l.of() == Fact.ListOf.PRACTICE) {
                    rows.text(l.code()).number(l.patients()).text(l.subIcb());
                } else {
                    rows.text(l.of().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .text(l.code())
                            .number(l.patients());
                }
            }
        }
        rows.endRow();
    }

    void finish() throws SQLException {
        rows.finish();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }

    /** The family of files that tells of organisations of that kind. */
    static String source(OrganisationKind kind) {
        return switch (kind) {
            case PRACTICE, OTHER -> "cost-centre";
            case TRUST -> "trust";
            case BRANCH -> "branch";
            case PCN -> "pcn";
            case ICB, SUB_ICB, REGION -> "geography";
        };
    }

    private void area(Fact.Area area) {
        rows.text(area.code()).text(area.name()).text(area.ons());
    }
}
