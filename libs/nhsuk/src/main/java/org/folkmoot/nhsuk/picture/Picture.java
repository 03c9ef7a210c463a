package org.folkmoot.nhsuk.picture;

import io.quarkus.qute.RawString;

/** Figures to look at, to read out, and to take away. */
public sealed interface Picture
        permits BandChart, BarChart, ClockBar, HexMap, KindMap, LayerMap, ProgressBar, QuorumBar, Sparkline, Timeline {

    /** What it is a picture of, in a few words. */
    String title();

    /** What it shows, in a sentence: all that matters to somebody who does not see it. */
    String description();

    /** What it was drawn from. */
    Figures figures();

    /** The SVG; a template writes it as it is. */
    RawString svg();
}
