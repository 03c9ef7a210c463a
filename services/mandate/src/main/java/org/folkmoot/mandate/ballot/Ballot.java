package org.folkmoot.mandate.ballot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.folkmoot.ballot.Hash;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.mandate.rule.Visibility;
import org.folkmoot.mandate.rule.VotingRule;
import org.folkmoot.tenancy.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A ballot on a motion, under the rule that the constitution had when it was scheduled. */
@Entity
class Ballot extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID motionId;

    @Column(updatable = false)
    private int constitution;

    @Column(updatable = false)
    private String question;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private VotingRule rule;

    @Column(name = "method", updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Paper paper;

    @Column(updatable = false)
    private String visibility;

    @Column(updatable = false)
    private Instant opensAt;

    @Column(updatable = false)
    private Instant closesAt;

    @Column(updatable = false)
    private String scheduledBy;

    @Column(updatable = false)
    private Instant scheduledAt;

    @Column
    private @Nullable Instant openedAt;

    @Column
    private @Nullable String stream;

    @Column
    private @Nullable String electorateHash;

    @Column
    private @Nullable Integer electors;

    @Column
    private @Nullable String chair;

    @Column
    private @Nullable String chairHolder;

    @Column
    private byte @Nullable [] seed;

    @Column
    private @Nullable Instant closingNotedAt;

    @Column
    private @Nullable Instant declaredAt;

    @Column
    private @Nullable String declaredBy;

    @Column
    private @Nullable String outcome;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Lapsed lapsed;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable BallotDeclared result;

    @Column
    private @Nullable String file;

    @Column
    private @Nullable Instant annulledAt;

    @Column
    private @Nullable String annulledBy;

    @Column
    private @Nullable String annulledWhy;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Ballot() {}

    Ballot(UUID id, Plan plan, String scheduledBy, Instant scheduledAt) {
        this.id = id;
        this.groupId = plan.group();
        this.motionId = plan.motion();
        this.constitution = plan.constitution();
        this.question = plan.question().slug();
        this.title = plan.title();
        this.rule = plan.rule();
        this.paper = plan.paper();
        this.visibility = plan.rule().visibility().slug();
        this.opensAt = plan.opensAt();
        this.closesAt = plan.closesAt();
        this.scheduledBy = scheduledBy;
        this.scheduledAt = scheduledAt;
    }

    /**
     * What a ballot is scheduled with.
     *
     * @param constitution the number of the version whose rule it is
     */
    record Plan(
            UUID group,
            UUID motion,
            int constitution,
            Question question,
            String title,
            VotingRule rule,
            Paper paper,
            Instant opensAt,
            Instant closesAt) {}

    /**
     * What is fixed when it opens.
     *
     * @param stream the name of its log
     * @param hash of voters and weights
     * @param electors how many they are
     * @param chair the seat with a casting vote
     * @param chairHolder who holds it
     * @param seed for lots, in hexadecimal digits
     */
    record Frozen(
            String stream,
            Hash hash,
            int electors,
            @Nullable String chair,
            @Nullable String chairHolder,
            @Nullable String seed) {}

    BallotState state(Instant now) {
        return BallotState.at(now, closesAt, openedAt, declaredAt, annulledAt);
    }

    /** Takes the open state as the proof that it may open. */
    void open(BallotState.Open opened, Frozen frozen, Instant at) {
        openedAt = at;
        stream = frozen.stream();
        electorateHash = frozen.hash().toString();
        electors = frozen.electors();
        chair = frozen.chair();
        chairHolder = frozen.chairHolder();
        seed = frozen.seed() == null ? null : HexFormat.of().parseHex(frozen.seed());
    }

    void noteClosing(BallotState.Closed closed, Instant at) {
        closingNotedAt = at;
    }

    void declare(
            BallotState.Declared declared,
            String person,
            String howItEnded,
            @Nullable Lapsed whoLapsed,
            BallotDeclared announced,
            String published,
            Instant at) {
        declaredAt = at;
        declaredBy = person;
        outcome = howItEnded;
        lapsed = whoLapsed;
        result = announced;
        file = published;
    }

    void annul(BallotState.Annulled annulled, String person, String why, Instant at) {
        annulledAt = at;
        annulledBy = person;
        annulledWhy = why;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    UUID motionId() {
        return motionId;
    }

    Question question() {
        return Arrays.stream(Question.values())
                .filter(kind -> kind.slug().equals(question))
                .findFirst()
                .orElseThrow();
    }

    String title() {
        return title;
    }

    VotingRule rule() {
        return rule;
    }

    Paper paper() {
        return paper;
    }

    Visibility visibility() {
        return rule.visibility();
    }

    boolean isSecret() {
        return rule.visibility() == Visibility.SECRET;
    }

    Instant closesAt() {
        return closesAt;
    }

    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant declaredAt() {
        return declaredAt;
    }

    /** The name of its log. */
    String stream() {
        if (stream == null) {
            throw new IllegalStateException("ballot " + id + " has not opened");
        }
        return stream;
    }

    @Nullable
    String chair() {
        return chair;
    }

    /** The hash of voters and weights, as it was announced. */
    Hash frozenHash() {
        if (electorateHash == null) {
            throw new IllegalStateException("ballot " + id + " has not opened");
        }
        return Hash.parse(electorateHash);
    }

    boolean isClosingNoted() {
        return closingNotedAt != null;
    }

    /** How many may vote. */
    int electors() {
        return electors == null ? 0 : electors;
    }

    /** The seed of lots as the file has it; null where no lot can be drawn. */
    @Nullable
    String seed() {
        return seed == null ? null : HexFormat.of().formatHex(seed);
    }

    /** What was announced of the outcome; null before. */
    @Nullable
    BallotDeclared result() {
        return result;
    }

    @Nullable
    String file() {
        return file;
    }

    long version() {
        return version;
    }

    BallotView view(Instant now) {
        return view(now, null);
    }

    /** @param hindrance what keeps it from opening */
    BallotView view(Instant now, @Nullable String hindrance) {
        return new BallotView(
                id,
                groupId,
                null,
                motionId,
                question(),
                title,
                state(now).slug(),
                constitution,
                rule,
                paper.kind(),
                paper.options(),
                paper.seats() == 0 ? null : paper.seats(),
                opensAt,
                openedAt,
                closesAt,
                electors,
                null,
                electorateHash,
                stream,
                seedHash(),
                declaredAt,
                outcome,
                lapsed,
                annulledAt,
                annulledWhy,
                hindrance);
    }

    /** What is published of the seed before it is. */
    @Nullable
    String seedHash() {
        String text = seed();
        return text == null ? null : Digests.sha256(text);
    }
}
