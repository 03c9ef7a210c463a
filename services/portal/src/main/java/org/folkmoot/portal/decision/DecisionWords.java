package org.folkmoot.portal.decision;

import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Decisions.Plan;

/**
 * Where a decision stands, in words and as the colour of a tag.
 *
 * @param words such as "Taken"
 * @param colour as the design system names it
 */
public record DecisionWords(String words, String colour) {

    static DecisionWords of(Decision decision) {
        if (decision.isVoid()) {
            return new DecisionWords("Void", "red");
        }
        if (decision.taken() && decision.stands() == null) {
            return new DecisionWords("Taken: whether it stands is not known at the moment", "yellow");
        }
        return switch (decision.state()) {
            case "taken" -> new DecisionWords("Taken", "green");
            case "proposed" -> new DecisionWords("Proposed", "yellow");
            case "lapsed" -> new DecisionWords("Lapsed: nobody took it in time", "grey");
            case "refused" -> new DecisionWords("Refused: no power covers it", "red");
            case "withdrawn" -> new DecisionWords("Withdrawn", "grey");
            default -> new DecisionWords(decision.state(), "grey");
        };
    }

    static DecisionWords of(Plan plan) {
        return switch (plan.state()) {
            case "ahead" -> new DecisionWords("Ahead", "blue");
            case "decided" -> new DecisionWords("Decided", "green");
            default -> new DecisionWords("Taken off the plan", "grey");
        };
    }

    /** What is wrong when that condition is not met. */
    public static String condition(String condition) {
        return switch (condition) {
            case "power-data-fresh" -> "It is not certain how the powers stand at the moment";
            case "power-known" -> "The power is not known";
            case "power-of-the-group" -> "The power is another group's";
            case "power-begun" -> "The power has not begun";
            case "power-not-suspended" -> "The power is suspended";
            case "power-not-revoked" -> "The power was revoked";
            case "power-not-expired" -> "The power has run out";
            case "mandate-known" -> "The mandate behind the power is not known";
            case "mandate-begun" -> "The mandate has not begun";
            case "mandate-not-lapsed" -> "The mandate has lapsed";
            case "holder" -> "Whoever decided does not hold the power";
            case "subject-covered" -> "The power is about something else";
            case "matter-not-reserved" -> "It touches what the group keeps for itself";
            case "matter-not-excluded" -> "It touches what practices left out of the mandate";
            case "money-within-limit" -> "It costs more than one decision may";
            case "money-left" -> "It costs more than is left of the power";
            case "months-within-limit" -> "It binds for longer than a decision may";
            case "number-left" -> "The number of decisions under the power is used up";
            default -> condition;
        };
    }
}
