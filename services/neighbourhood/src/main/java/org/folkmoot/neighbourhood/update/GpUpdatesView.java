package org.folkmoot.neighbourhood.update;

import java.util.List;

/**
 * What a person's practices were told, and when they are to be.
 *
 * @param points by their last day
 * @param updates the newest first
 */
public record GpUpdatesView(List<GpUpdatePointView> points, List<GpUpdateView> updates) {

    public GpUpdatesView {
        points = List.copyOf(points);
        updates = List.copyOf(updates);
    }
}
