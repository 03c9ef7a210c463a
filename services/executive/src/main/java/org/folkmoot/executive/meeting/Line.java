package org.folkmoot.executive.meeting;

import java.util.UUID;

/** A line of a frozen agenda. */
record Line(UUID item, String kind, String title) {}
