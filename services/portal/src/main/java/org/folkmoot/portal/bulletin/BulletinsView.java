package org.folkmoot.portal.bulletin;

import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Bulletins.Bulletin;
import org.folkmoot.portal.service.Bulletins.Line;
import org.folkmoot.portal.service.Bulletins.Mine;
import org.folkmoot.portal.service.Groups.Group;

/**
 * Bulletins of the ICS.
 *
 * @param mine those for practices for which the person speaks
 * @param mayAdd whether the person may write one, and so sees drafts
 * @param mayChoose whether the person may choose to get bulletins by mail
 * @param state the state that is wanted, or empty
 * @param group the group that is wanted, or empty
 */
public record BulletinsView(
        List<MineRow> mine,
        boolean mayAdd,
        boolean mayChoose,
        String state,
        String group,
        List<Group> groups,
        Listing<Row> list) {

    /** A bulletin for a practice of the person's. */
    public record MineRow(String href, Mine mine, BulletinWords state) {

        static MineRow of(String base, Mine mine) {
            return new MineRow(base + "/bulletins/" + mine.bulletin() + "/", mine, BulletinWords.of(mine.state()));
        }

        /** Whether it asks something that the practice has not answered. */
        public boolean asks() {
            return mine.canAnswer() && mine.answer() == null;
        }
    }

    /** A bulletin in the list. */
    public record Row(
            String href, Bulletin bulletin, String group, BulletinWords state, String audience, String reach) {

        static Row of(String base, EveryGroup.Of<Bulletin> known, Map<String, String> places) {
            Bulletin bulletin = known.what();
            Line reach = bulletin.reach();
            return new Row(
                    base + "/bulletins/" + bulletin.id() + "/",
                    bulletin,
                    known.group().name(),
                    BulletinWords.of(bulletin),
                    BulletinWords.audience(bulletin.audience(), places),
                    reach == null ? "" : BulletinWords.reach(reach));
        }
    }
}
