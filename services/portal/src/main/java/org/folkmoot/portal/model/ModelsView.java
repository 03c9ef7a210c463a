package org.folkmoot.portal.model;

import java.util.List;
import org.folkmoot.nhsuk.picture.KindMap;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Models.ModelChange;
import org.folkmoot.portal.service.Models.ModelledPractice;
import org.jspecify.annotations.Nullable;

/**
 * The practices of an ICS by their models.
 *
 * @param model the model that is shown alone; empty for all
 * @param practices all that are shown, for the map
 * @param list a page of them, for the table
 * @param here the address of the list, for the present
 * @param changes of the last two years
 */
public record ModelsView(
        AsAtChoice asAt,
        String model,
        List<OperatingModel> models,
        List<ModelledPractice> practices,
        Listing<Row> list,
        Query here,
        Panel<List<Change>> changes) {

    /** A practice in the table. */
    public record Row(
            String code,
            String name,
            String model,
            @Nullable String pcn,
            @Nullable String pcnName,
            @Nullable Integer listSize) {

        static Row of(ModelledPractice practice) {
            return new Row(
                    practice.code(),
                    practice.name(),
                    OperatingModel.words(practice.model()),
                    practice.pcn(),
                    practice.pcnName(),
                    practice.listSize());
        }
    }

    /** A change of model in words. */
    public record Change(ModelChange change) {

        /** What it was before. */
        public String from() {
            return OperatingModel.words(change.from());
        }

        /** What it is since. */
        public String to() {
            return OperatingModel.words(change.to());
        }
    }

    /** All of them at a glance. */
    public KindMap map() {
        return new KindMap(
                "Practices by operating model",
                "Practice",
                OperatingModel.kinds(),
                practices.stream()
                        .map(practice -> new KindMap.Tile(practice.code(), practice.name(), practice.model()))
                        .toList());
    }
}
