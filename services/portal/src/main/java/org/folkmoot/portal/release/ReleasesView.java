package org.folkmoot.portal.release;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Registry.Job;
import org.folkmoot.portal.service.Registry.Release;

/** The releases that were taken in, and the loads, each a page of them. */
public record ReleasesView(Panel<Listing<Release>> releases, Panel<Listing<Load>> loads) {

    /** A load in the list. */
    public record Load(Job job, String outcome, String doing) {

        static Load of(Job job) {
            return new Load(job, JobView.words(job), new JobView(job).words());
        }
    }
}
