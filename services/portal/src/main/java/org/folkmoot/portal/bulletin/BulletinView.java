package org.folkmoot.portal.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Bulletins.Bulletin;
import org.folkmoot.portal.service.Bulletins.Line;
import org.folkmoot.portal.service.Bulletins.Reach;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin.
 *
 * @param mine the practices for which the person speaks, of those to which it went
 * @param reach how far it came; null before it is published
 * @param mayWrite whether the person may change and publish it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record BulletinView(
        Bulletin bulletin,
        BulletinWords state,
        String audience,
        List<BulletinsView.MineRow> mine,
        @Nullable Panel<Reach> reach,
        boolean mayWrite,
        @Nullable String done,
        FormErrors errors) {

    /** The address of something that is done with it. */
    public String to(String base, String what) {
        return base + "/bulletins/" + bulletin.id() + "/" + what + "/";
    }

    /** The address at which a practice answers. */
    public String answerHref(String base, String practice) {
        return to(base, "answer") + "?practice=" + practice;
    }

    /** The figures of its reach as a file. */
    public String reachFile(String base) {
        return to(base, "reach") + "?format=csv";
    }

    /** How far it came, as a picture. */
    public BarChart chart(Reach reach) {
        Line total = reach.total();
        var bars = new ArrayList<Bar>(List.of(
                new Bar("It went to", total.practices()),
                new Bar("Had it in their list", total.delivered()),
                new Bar("Opened it", total.read()),
                new Bar("Acknowledged it", total.acknowledged())));
        if (bulletin.question() != null) {
            bars.add(new Bar("Answered its question", total.answered()));
        }
        return new BarChart("How far it came", Unit.PRACTICES, "What they did", bars);
    }

    /** What practices answered, as a picture. */
    public BarChart answers(Reach reach) {
        return new BarChart(
                "What practices answered",
                Unit.PRACTICES,
                "Answer",
                reach.answers().stream()
                        .map(each -> new Bar(each.answer(), each.practices()))
                        .toList());
    }
}
