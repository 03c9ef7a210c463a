package org.folkmoot.portal.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.nhsuk.picture.Timeline;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.service.Models.Link;
import org.folkmoot.portal.service.Models.ModelPeriod;
import org.folkmoot.portal.service.Models.Party;
import org.folkmoot.portal.service.Models.PracticeModel;
import org.jspecify.annotations.Nullable;

/**
 * A practice, and who stands behind it.
 *
 * @param practice as at the day that is asked for
 * @param periods how it was organised, the earliest first
 * @param today to where a time that lasts is drawn
 * @param records whether the person may write down more
 * @param done what the person has just done; null if nothing
 */
public record PracticeModelView(
        PracticeModel practice,
        AsAtChoice asAt,
        List<ModelPeriod> periods,
        LocalDate today,
        boolean records,
        @Nullable String done) {

    /** A time in words. */
    public record Era(
            String model, LocalDate from, @Nullable LocalDate until) {}

    /**
     * A link in words.
     *
     * @param path the page of the other, below the address of the ICS
     */
    public record Tie(
            UUID id,
            String organisation,
            String what,
            String other,
            String path,
            LocalDate from,
            @Nullable LocalDate until,
            String evidence) {}

    /** The model in words. */
    public String model() {
        return OperatingModel.words(practice.model());
    }

    /** The names of those, for a line. */
    public String names(List<Party> parties) {
        return parties.isEmpty()
                ? "Not recorded"
                : String.join(", ", parties.stream().map(Party::name).toList());
    }

    /** Its times. */
    public List<Era> eras() {
        return periods.stream()
                .map(period -> new Era(OperatingModel.words(period.model()), period.from(), period.until()))
                .toList();
    }

    /** Its links on the day. */
    public List<Tie> ties() {
        return practice.links().stream().map(PracticeModelView::tie).toList();
    }

    /** Its times as a picture. */
    public Timeline timeline() {
        return new Timeline(
                "How it was organised",
                "Model",
                today,
                eras().stream()
                        .map(era -> new Timeline.Period(era.model(), era.from(), era.until()))
                        .toList());
    }

    private static Tie tie(Link link) {
        return new Tie(
                link.id(),
                link.organisation().name(),
                LinkKind.words(link.kind()),
                link.other().name(),
                LinksView.pageOf(link.other()),
                link.from(),
                link.until(),
                link.evidence());
    }
}
