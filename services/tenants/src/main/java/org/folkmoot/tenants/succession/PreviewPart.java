package org.folkmoot.tenants.succession;

import java.util.List;

/** One part of what the control plane itself knows of an ICS, for the preview of a plan that takes practices from it. */
public interface PreviewPart {

    /** Counts it, in the work of the predecessor and without a transaction. */
    List<Count> count();
}
