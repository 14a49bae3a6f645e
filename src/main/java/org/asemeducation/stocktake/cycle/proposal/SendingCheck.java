package org.asemeducation.stocktake.cycle.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.PlanChanges;
import org.asemeducation.stocktake.plan.change.DecidedChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a proposal must say before it can be sent: everything that is asked for, and
 * nothing that the plan or the register could not take today. Who is to coordinate need
 * not be in the register yet; that is seen to when a meeting decides.
 */
@Component
class SendingCheck {

	private static final String NOT_SENT = "The proposal is not sent yet.";

	/** A day and parties are the meeting's to decide. */
	private static final Set<String> SEEN_TO_LATER = Set.of("from", "parties");

	private static final String ANY_REASON = "proposed";

	private final DecidedChanges changes;

	private final PlanChanges plan;

	private final Register register;

	SendingCheck(DecidedChanges changes, PlanChanges plan, Register register) {
		this.changes = changes;
		this.plan = plan;
		this.register = register;
	}

	/**
	 * Goes on only with what can be sent.
	 * @param said the form
	 * @throws Refused with a problem for each field
	 */
	void require(ProposedContent said) {
		said.requireKeepable();
		ProposalKind kind = said.kindOf()
			.orElseThrow(() -> refusal(List.of(new Problem("kind", "Choose what you propose."))));
		List<Problem> problems = new ArrayList<>();
		if (kind.isOfPlan()) {
			plan(kind, said, problems);
		}
		else {
			stakeholder(said, problems);
		}
		need(said.reason(), "reason", "Say why you propose this.", problems);
		if (!problems.isEmpty()) {
			throw refusal(problems);
		}
		if (kind.isOfPlan()) {
			tryOut(said);
		}
	}

	private static void plan(ProposalKind kind, ProposedContent said, List<Problem> problems) {
		if (kind != ProposalKind.ADD && kind != ProposalKind.SPLIT) {
			need(said.initiative(), "initiative", "Say which initiative, as in A01-I02.", problems);
		}
		if (kind.hasOther()) {
			need(said.other(), "other", "Say which other initiative, as in A01-I02.", problems);
		}
		if (kind.brings() || kind == ProposalKind.MOVE) {
			need(said.action(), "action", "Choose the action under which it is to stand.", problems);
		}
		if (kind.brings() || kind == ProposalKind.RENAME) {
			need(said.title(), "title", "Give it a title.", problems);
		}
		if (kind.brings() || kind == ProposalKind.COORDINATORS) {
			need(said.parties(), "parties", "Say who is to coordinate it, one in a line.", problems);
		}
		if (kind.brings()) {
			need(said.description(), "description", "Say what the initiative is about.", problems);
			need(said.milestones(), "milestones", "Say what it does in the next two years, one activity in a line.",
					problems);
			need(said.outcomes(), "outcomes", "Say what is expected of it, one in a line.", problems);
		}
	}

	private void stakeholder(ProposedContent said, List<Problem> problems) {
		attempt("name", problems, () -> party(said.name(), null, "stakeholder", null, null));
		attempt("acronym", problems, () -> party("A name", said.acronym(), "stakeholder", null, null));
		attempt("partyKind", problems, () -> party("A name", null, said.partyKind(), null, null));
		attempt("region", problems, () -> party("A name", null, "stakeholder", said.region(), null));
		String country = word(said.country());
		if (!country.isEmpty() && !country.matches("[A-Za-z]{2}")) {
			problems.add(new Problem("country", "Write the country as two letters, as in MT, or leave it out."));
		}
		PartyId any = new PartyId(1);
		attempt("contact", problems, () -> new NewContact(any, word(said.contact()), "somebody@example.org", "en", null,
				NewContact.COORDINATOR));
		attempt("email", problems,
				() -> new NewContact(any, "A name", word(said.email()), "en", null, NewContact.COORDINATOR));
		for (String called : List.of(word(said.name()), word(said.acronym()))) {
			Party known = called.isEmpty() ? null : this.register.party(called).orElse(null);
			if (known != null) {
				problems.add(new Problem("name",
						"The register has %s already: nothing needs to be proposed.".formatted(known.name())));
				return;
			}
		}
	}

	private void tryOut(ProposedContent said) {
		try {
			this.changes.preview(said.change("NEW-1", null, this.plan.today().toString(), ANY_REASON, ""));
		}
		catch (Refused refused) {
			if (refused.problems().stream().map(Problem::field).noneMatch(SEEN_TO_LATER::contains)) {
				throw refused.problems().isEmpty() ? refused : refusal(refused.problems());
			}
		}
	}

	/**
	 * The party that a proposal asks for.
	 * @throws IllegalArgumentException with a sentence when it cannot be one
	 */
	static NewParty party(@Nullable String name, @Nullable String acronym, @Nullable String kind,
			@Nullable String region, @Nullable String country) {
		String what = word(kind);
		if (!List.of("stakeholder", "community", "other").contains(what)) {
			throw new IllegalArgumentException("Choose what it is.");
		}
		return new NewParty(word(name), word(acronym), what, word(region).isEmpty() ? null : word(region),
				word(country).isEmpty() ? null : word(country).toUpperCase(Locale.ROOT), false, true);
	}

	private static void attempt(String field, List<Problem> problems, Runnable made) {
		try {
			made.run();
		}
		catch (IllegalArgumentException ex) {
			problems.add(new Problem(field, String.valueOf(ex.getMessage())));
		}
	}

	private static void need(@Nullable String field, String name, String sentence, List<Problem> problems) {
		if (word(field).isEmpty()) {
			problems.add(new Problem(name, sentence));
		}
	}

	static String word(@Nullable String field) {
		return (field != null) ? field.strip() : "";
	}

	private static Refused refusal(List<Problem> problems) {
		return Refused.invalid(NOT_SENT, problems);
	}

}
