package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;
import static org.folkmoot.portal.service.ServiceClient.segment;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** The registry: practices, networks and boards with their history; releases of national files; findings. */
@ApplicationScoped
public class Registry {

    /** A part of a list, with the cursor of the next part. */
    public record Page<T>(List<T> items, @Nullable String next) {
        public Page {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** An organisation that another belongs to. */
    public record Named(String code, @Nullable String name) {

        /** The name, or the code where the directory knows no name. */
        public String words() {
            return name == null ? code : name;
        }
    }

    /** Patients, counted on a day. */
    public record ListSize(int patients, LocalDate asAt) {}

    /** An organisation in a list. */
    public record OrganisationSummary(
            String code,
            String kind,
            String name,
            String status,
            @Nullable String postcode,
            @Nullable String icb,
            @Nullable String pcn,
            @Nullable String pcnName,
            @Nullable Integer listSize) {}

    /** The network that a practice is in. */
    public record Membership(String code, @Nullable String name, LocalDate since) {}

    /** All that is known of an organisation on a day. */
    public record Organisation(
            String code,
            String kind,
            String name,
            String status,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed,
            List<String> address,
            @Nullable String postcode,
            @Nullable String phone,
            @Nullable Named icb,
            @Nullable String placeIcb,
            @Nullable Named commissioner,
            @Nullable String parent,
            boolean onRegister,
            @Nullable Membership pcn,
            @Nullable ListSize listSize,
            @Nullable String supplier,
            @Nullable LocalDate release,
            LocalDate asAt) {
        public Organisation {
            address = address == null ? List.of() : List.copyOf(address);
        }
    }

    /** What an organisation was for a time. */
    public record Version(
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate release,
            String kind,
            String name,
            String status,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String parent) {}

    /** A time in a network. */
    public record Spell(
            String practice,
            @Nullable String practiceName,
            String pcn,
            @Nullable String pcnName,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate lastDay) {

        /** The last day of it; null while it goes on. */
        public @Nullable LocalDate end() {
            return lastDay != null ? lastDay : validTo == null ? null : validTo.minusDays(1);
        }
    }

    /** A list size and how long it was the newest. */
    public record ListSizeVersion(
            LocalDate validFrom, @Nullable LocalDate validTo, int patients) {}

    /** What an organisation was, from the oldest to the newest. */
    public record History(
            String code, List<Version> versions, List<Spell> memberships, List<ListSizeVersion> listSizes) {
        public History {
            versions = versions == null ? List.of() : List.copyOf(versions);
            memberships = memberships == null ? List.of() : List.copyOf(memberships);
            listSizes = listSizes == null ? List.of() : List.copyOf(listSizes);
        }
    }

    /** A practice of an ICS. */
    public record Practice(
            String code,
            String name,
            @Nullable String postcode,
            String icb,
            @Nullable String subIcb,
            @Nullable String pcn,
            @Nullable String pcnName,
            @Nullable LocalDate pcnSince,
            @Nullable Integer listSize,
            @Nullable LocalDate listAsAt) {}

    /** A practice in a network. */
    public record Member(
            String code,
            @Nullable String name,
            @Nullable String icb,
            LocalDate since,
            @Nullable Integer listSize,
            @Nullable LocalDate listAsAt,
            boolean onRegister) {}

    /** A network on a day. */
    public record Pcn(
            String code,
            String name,
            String status,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable Named icb,
            @Nullable String subIcb,
            List<String> address,
            @Nullable String postcode,
            List<Member> members,
            long patients,
            @Nullable ListSize published,
            LocalDate asAt) {
        public Pcn {
            address = address == null ? List.of() : List.copyOf(address);
            members = members == null ? List.of() : List.copyOf(members);
        }
    }

    /** A board's sub-ICB location. */
    public record SubIcb(String code, @Nullable String name, long practices, long patients) {}

    /** A board on a day. */
    public record Icb(
            String code,
            @Nullable String name,
            @Nullable Named region,
            List<SubIcb> subIcbs,
            long practices,
            long pcns,
            long patients,
            LocalDate asAt) {
        public Icb {
            subIcbs = subIcbs == null ? List.of() : List.copyOf(subIcbs);
        }
    }

    /** A file of a release. */
    public record ReleaseFile(String name, String kind, LocalDate asAt) {}

    /** A release that was taken in. */
    public record Release(LocalDate asAt, Instant loadedAt, boolean inForce, List<ReleaseFile> files) {
        public Release {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /** A load of a release. */
    public record Job(
            UUID id,
            String state,
            String phase,
            boolean ended,
            @Nullable String outcome,
            long rowsRead,
            long rowsChanged,
            long rowsQuarantined,
            int attempts,
            Instant receivedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable LocalDate declaredAsAt) {}

    /** What became of one file. */
    public record LoadedFile(
            String file,
            String kind,
            @Nullable String dialect,
            long rowsRead,
            long loaded,
            long quarantined,
            @Nullable String reason) {}

    /** A row that was not loaded. */
    public record QuarantinedRow(String file, long line, String reason, String raw) {}

    /** The directory in numbers. */
    public record Counts(long organisations, long practices, long pcns, long memberships, long patients) {}

    /** Why nothing was loaded. */
    public record Refusal(String reason, String detail) {}

    /** What became of a release. */
    public record Report(
            @Nullable LocalDate release,
            String outcome,
            List<LoadedFile> files,
            List<QuarantinedRow> quarantine,
            @Nullable Counts counts,
            Map<String, Long> announced,
            double seconds,
            @Nullable Refusal refusal) {
        public Report {
            files = files == null ? List.of() : List.copyOf(files);
            quarantine = quarantine == null ? List.of() : List.copyOf(quarantine);
            announced = announced == null ? Map.of() : new LinkedHashMap<>(announced);
        }
    }

    /** Where the directory is kept up from. */
    public record DirectorySource(
            String source,
            boolean configured,
            @Nullable String place,
            @Nullable Instant lookAt,
            @Nullable Instant succeededAt,
            @Nullable Instant failingSince,
            @Nullable String fault,
            @Nullable LocalDate changedSince) {}

    /** What was taken from a source. */
    public record DirectoryRun(
            UUID id,
            String source,
            String place,
            String state,
            Instant beganAt,
            @Nullable UUID job,
            int told,
            int taken,
            int quarantined,
            @Nullable String refusal) {}

    /** An organisation that was told of and could not be read. */
    public record QuarantinedOrganisation(
            UUID id,
            String code,
            String reason,
            String raw,
            Instant notedAt,
            int asked,
            @Nullable Instant askAt,
            @Nullable String fault) {}

    /** Something that does not fit together. */
    public record Finding(
            UUID id,
            String kind,
            String subject,
            @Nullable String other,
            @Nullable String icb,
            JsonNode detail,
            String state,
            LocalDate notedIn,
            Instant notedAt,
            @Nullable String settledName,
            @Nullable Instant settledAt,
            @Nullable String note) {}

    /** A file to hand in. */
    public record Upload(String name, Path file) {}

    /**
     * What is searched for; each part may be absent.
     *
     * @param sort the order: {@code code} or {@code name}; absent for what fits best first
     */
    public record Search(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String status,
            @Nullable String icb,
            @Nullable String sort) {

        Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("q", q);
            parameters.put("kind", kind);
            parameters.put("status", status);
            parameters.put("icb", icb);
            parameters.put("sort", sort);
            return parameters;
        }
    }

    /**
     * Which findings are looked for; each part may be absent.
     *
     * @param sort the order: {@code newest}, {@code code} or {@code kind}; absent for that in which they were noted
     */
    public record Sought(
            @Nullable String kind,
            @Nullable String state,
            @Nullable String sort) {

        Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("kind", kind);
            parameters.put("state", state);
            parameters.put("sort", sort);
            return parameters;
        }
    }

    private static final int MOST_PRACTICES = 5_000;

    private final ServiceClient client;

    Registry(
            @ConfigProperty(name = "folkmoot.services.registry", defaultValue = "http://localhost:8081") String url,
            PortalConfig portal,
            ObjectMapper json) {
        this.client = new ServiceClient("registry", url, portal.patience(), json);
    }

    /** How others of this package ask the registry what an ICS itself knows. */
    ServiceClient client() {
        return client;
    }

    public Reply<Page<OrganisationSummary>> search(Visit visit, Search search, @Nullable String cursor, int limit) {
        var parameters = search.parameters();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return client.get(visit, "/directory/organisations" + query(parameters), new TypeReference<>() {});
    }

    public Reply<Passage> searchTable(Visit visit, Search search, String type) {
        return client.pass(visit, "/directory/organisations" + query(search.parameters()), type);
    }

    public Reply<Organisation> organisation(Visit visit, String code, @Nullable LocalDate asAt) {
        return client.get(visit, "/directory/organisations/" + segment(code) + asAt(asAt), new TypeReference<>() {});
    }

    public Reply<History> history(Visit visit, String code) {
        return client.get(visit, "/directory/organisations/" + segment(code) + "/history", new TypeReference<>() {});
    }

    public Reply<Pcn> pcn(Visit visit, String code, @Nullable LocalDate asAt) {
        return client.get(visit, "/directory/pcns/" + segment(code) + asAt(asAt), new TypeReference<>() {});
    }

    public Reply<Icb> icb(Visit visit, String code, @Nullable LocalDate asAt) {
        return client.get(visit, "/directory/icbs/" + segment(code) + asAt(asAt), new TypeReference<>() {});
    }

    /** All practices of a board, or of a network where one is named; some hundreds at most. */
    public Reply<List<Practice>> practices(
            Visit visit, @Nullable String icb, @Nullable String pcn, @Nullable LocalDate asAt) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("icb", icb);
        parameters.put("pcn", pcn);
        parameters.put("asAt", asAt);
        return client.all(visit, "/directory/practices", parameters, MOST_PRACTICES, new TypeReference<>() {});
    }

    public Reply<Passage> practicesTable(
            Visit visit, @Nullable String icb, @Nullable String pcn, @Nullable LocalDate asAt, String type) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("icb", icb);
        parameters.put("pcn", pcn);
        parameters.put("asAt", asAt);
        return client.pass(visit, "/directory/practices" + query(parameters), type);
    }

    public Reply<Page<Release>> releases(Visit visit, @Nullable String cursor, int limit) {
        return client.get(visit, "/directory/releases" + page(cursor, limit), new TypeReference<>() {});
    }

    /** All releases as a table of that type. */
    public Reply<Passage> releasesTable(Visit visit, String type) {
        return client.pass(visit, "/directory/releases", type);
    }

    /** All loads as a table of that type. */
    public Reply<Passage> jobsTable(Visit visit, String type) {
        return client.pass(visit, "/directory/jobs", type);
    }

    public Reply<Page<Job>> jobs(Visit visit, @Nullable String cursor, int limit) {
        return client.get(visit, "/directory/jobs" + page(cursor, limit), new TypeReference<>() {});
    }

    public Reply<Job> job(Visit visit, UUID id) {
        return client.get(visit, "/directory/jobs/" + id, new TypeReference<>() {});
    }

    public Reply<Report> report(Visit visit, UUID id) {
        return client.get(visit, "/directory/jobs/" + id + "/report", new TypeReference<>() {});
    }

    /** Tells each state of a load until it has ended, or the registry falls silent. Blocks meanwhile. */
    public void progress(Visit visit, UUID id, Predicate<Job> wantsMore) {
        client.follow(visit, "/directory/jobs/" + id + "/progress", Job.class, wantsMore);
    }

    /** Hands in a release. */
    public Reply<Job> handIn(
            Visit visit, List<Upload> files, @Nullable LocalDate asAt, boolean acceptShrink, UUID key) {
        var form = new Multipart();
        if (asAt != null) {
            form.field("asAt", asAt.toString());
        }
        form.field("acceptShrink", Boolean.toString(acceptShrink));
        files.forEach(file -> form.file("files", file.name(), file.file()));
        return client.upload(visit, "/directory/releases", form, key, new TypeReference<>() {});
    }

    public Reply<Page<DirectorySource>> sources(Visit visit) {
        return client.get(visit, "/directory/sources", new TypeReference<>() {});
    }

    public Reply<Page<DirectoryRun>> runs(Visit visit, @Nullable String cursor, int limit) {
        return client.get(visit, "/directory/runs" + page(cursor, limit), new TypeReference<>() {});
    }

    public Reply<DirectoryRun> run(Visit visit, UUID id) {
        return client.get(visit, "/directory/runs/" + id, new TypeReference<>() {});
    }

    public Reply<Page<QuarantinedOrganisation>> quarantine(Visit visit, @Nullable String cursor, int limit) {
        return client.get(visit, "/directory/quarantine" + page(cursor, limit), new TypeReference<>() {});
    }

    /** Has a source looked at now. */
    public Reply<DirectorySource> lookAt(Visit visit, String source) {
        return client.send(
                visit, "PUT", "/directory/sources/" + source + "/look", null, null, new TypeReference<>() {});
    }

    /** Has an organisation asked for again. */
    public Reply<QuarantinedOrganisation> askAgain(Visit visit, UUID id) {
        return client.send(
                visit, "PUT", "/directory/quarantine/" + id + "/question", null, null, new TypeReference<>() {});
    }

    /** Says that changes which wait are right. */
    public Reply<DirectoryRun> confirm(Visit visit, UUID id, String tag) {
        return client.send(
                visit, "PUT", "/directory/runs/" + id + "/confirmation", null, tag, new TypeReference<>() {});
    }

    public Reply<Page<Finding>> findings(Visit visit, Sought sought, @Nullable String cursor, int limit) {
        var parameters = sought.parameters();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return client.get(visit, "/directory/findings" + query(parameters), new TypeReference<>() {});
    }

    public Reply<Passage> findingsTable(Visit visit, Sought sought, String type) {
        return client.pass(visit, "/directory/findings" + query(sought.parameters()), type);
    }

    public Reply<Finding> finding(Visit visit, UUID id) {
        return client.get(visit, "/directory/findings/" + id, new TypeReference<>() {});
    }

    public Reply<Finding> resolve(Visit visit, UUID id, String tag, String note) {
        return client.send(
                visit,
                "PUT",
                "/directory/findings/" + id + "/resolution",
                Map.of("note", note),
                tag,
                new TypeReference<>() {});
    }

    private static String page(@Nullable String cursor, int limit) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return query(parameters);
    }

    private static String asAt(@Nullable LocalDate day) {
        return day == null ? "" : "?asAt=" + day;
    }
}
