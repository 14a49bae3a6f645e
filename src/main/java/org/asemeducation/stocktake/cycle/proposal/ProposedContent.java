package org.asemeducation.stocktake.cycle.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.plan.change.ChangeForm;
import org.jspecify.annotations.Nullable;

/**
 * The form of a proposal as it was filled in; every field may be missing.
 *
 * @param kind a word of {@link ProposalKind}
 * @param initiative about which, as an id that a title may follow
 * @param other into which it is merged or off which it is split
 * @param takeOver whether the other keeps the coordinators of a merged one, too
 * @param title of a new or renamed initiative
 * @param action the number of the action under which a new or moved one stands
 * @param description what a new one is about
 * @param parties who is to coordinate, one in a line, who leads first
 * @param milestones the activities of the next two years, one in a line
 * @param outcomes what is expected of it, one in a line
 * @param contribution what it contributes to the objectives
 * @param reason why this is proposed
 * @param name a new stakeholder's, in full
 * @param acronym its short name
 * @param partyKind what it is, as the register calls it
 * @param country two capital letters
 * @param region {@code Asia} or {@code Europe}
 * @param contact who speaks for it
 * @param email their address
 */
public record ProposedContent(@Nullable String kind, @Nullable String initiative, @Nullable String other,
		@Nullable Boolean takeOver, @Nullable String title, @Nullable String action, @Nullable String description,
		@Nullable String parties, @Nullable String milestones, @Nullable String outcomes, @Nullable String contribution,
		@Nullable String reason, @Nullable String name, @Nullable String acronym, @Nullable String partyKind,
		@Nullable String country, @Nullable String region, @Nullable String contact, @Nullable String email) {

	static final ProposedContent EMPTY = new ProposedContent(null, null, null, null, null, null, null, null, null, null,
			null, null, null, null, null, null, null, null, null);

	/** Characters of one field; the whole then stays well below what a page takes. */
	static final int LONGEST = 8_000;

	/**
	 * What it is called in lists and mails.
	 * @return one line, such as {@code Rename A01-I02 to “Mobility”}
	 */
	public String called() {
		String line = kindOf().map(this::called).orElse("A proposal");
		return line.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
	}

	private String called(ProposalKind kind) {
		String id = id(this.initiative);
		return switch (kind) {
			case ADD -> "New initiative" + quoted(this.title);
			case SPLIT -> "New initiative%s, split off %s".formatted(quoted(this.title), id(this.other));
			case RENAME -> "Rename %s to%s".formatted(id, quoted(this.title));
			case MOVE -> "Move %s to action %s".formatted(id, said(this.action));
			case COORDINATORS -> "Other coordinators for %s".formatted(id);
			case MERGE -> "Merge %s into %s".formatted(id, id(this.other));
			case SUSPEND -> "Suspend %s".formatted(id);
			case REVIVE -> "Revive %s".formatted(id);
			case END -> "End %s".formatted(id);
			case STAKEHOLDER -> "New stakeholder" + quoted(this.name);
		};
	}

	/**
	 * What it says, field by field, for reading.
	 * @return those fields that the kind has and that are filled in
	 */
	public List<Told> told() {
		ProposalKind kind = kindOf().orElse(ProposalKind.ADD);
		List<Told> told = new ArrayList<>();
		tell(told, "What is proposed", kindOf().map(ProposalKind::title).orElse(null));
		if (kind == ProposalKind.STAKEHOLDER) {
			tell(told, "Name", this.name);
			tell(told, "Short name", this.acronym);
			tell(told, "What it is", this.partyKind);
			tell(told, "Country", this.country);
			tell(told, "Region", this.region);
			tell(told, "Contact", this.contact);
			tell(told, "E-mail address", this.email);
		}
		else {
			tell(told, "Initiative", kind.brings() ? null : this.initiative);
			tell(told, "The other initiative", kind.hasOther() ? this.other : null);
			tell(told, "Its coordinators coordinate the other one, too",
					(kind == ProposalKind.MERGE && Boolean.TRUE.equals(this.takeOver)) ? "yes" : null);
			tell(told, "Title", (kind.brings() || kind == ProposalKind.RENAME) ? this.title : null);
			tell(told, "Action", (kind.brings() || kind == ProposalKind.MOVE) ? this.action : null);
			tell(told, "Who coordinates", (kind.brings() || kind == ProposalKind.COORDINATORS) ? this.parties : null);
			if (kind.brings()) {
				tell(told, "What it is about", this.description);
				tell(told, "Activities of the next two years", this.milestones);
				tell(told, "Expected outputs", this.outcomes);
				tell(told, "Contribution to the objectives", this.contribution);
			}
		}
		tell(told, "Why", this.reason);
		return told;
	}

	private static void tell(List<Told> told, String label, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			told.add(new Told(label, text.strip()));
		}
	}

	/**
	 * A field for reading.
	 */
	public record Told(String label, String text) {
	}

	public Optional<ProposalKind> kindOf() {
		return ProposalKind.of(this.kind);
	}

	/**
	 * The change of the plan that it asks for.
	 * @param id of a new initiative
	 * @param who coordinates it; one in a line
	 * @param from the day of UTC on which it holds
	 * @param why the reason, at most 500 characters
	 * @param decidedBy the meeting
	 * @return as the secretariat would fill it in
	 */
	ChangeForm change(String id, @Nullable String who, String from, String why, String decidedBy) {
		ProposalKind act = kindOf().orElseThrow();
		return new ChangeForm(act.word(), act.brings() ? id : this.initiative, act.hasOther() ? this.other : null,
				this.title, this.action, this.description, who, this.milestones, this.outcomes,
				Boolean.TRUE.equals(this.takeOver) ? "yes" : null, from, why, decidedBy);
	}

	/**
	 * Goes on only with what can be kept.
	 * @return the same
	 * @throws Refused when a field is too long
	 */
	ProposedContent requireKeepable() {
		List<String> all = Stream
			.of(this.kind, this.initiative, this.other, this.title, this.action, this.description, this.parties,
					this.milestones, this.outcomes, this.contribution, this.reason, this.name, this.acronym,
					this.partyKind, this.country, this.region, this.contact, this.email)
			.flatMap(Stream::ofNullable)
			.toList();
		if (all.stream().anyMatch((field) -> field.length() > LONGEST)) {
			String sentence = "One of the fields has more than %,d characters: shorten it.".formatted(LONGEST);
			throw Refused.invalid(sentence, List.of(new Problem("reason", sentence)));
		}
		return this;
	}

	private static String id(@Nullable String written) {
		return said(written).replaceFirst("\\s.*", "");
	}

	/** A draft may not have it yet. */
	private static String quoted(@Nullable String text) {
		return said(text).isEmpty() ? "" : " “%s”".formatted(said(text));
	}

	private static String said(@Nullable String text) {
		String said = (text != null) ? text.strip() : "";
		return (said.length() > 200) ? said.substring(0, 200) + "…" : said;
	}

}
