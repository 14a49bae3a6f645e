package org.asemeducation.stocktake.plan.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.PlanParty;
import org.jspecify.annotations.Nullable;

/**
 * A form about a change as it was filled in; every field may be missing.
 *
 * @param act such as {@code rename}
 * @param initiative the id; for a new one the id that it gets
 * @param other the second initiative's id
 * @param title of a new or renamed one
 * @param action the number of the action
 * @param description what a new one is about, one paragraph in a line
 * @param parties one in a line, who leads first
 * @param milestones one in a line
 * @param outcomes one in a line
 * @param takeOver anything: the other keeps the coordinators of a merged one, too
 * @param from a day of UTC, such as {@code 2026-05-01}
 * @param reason why
 * @param decidedBy the meeting; nothing: the secretariat
 */
public record ChangeForm(@Nullable String act, @Nullable String initiative, @Nullable String other,
		@Nullable String title, @Nullable String action, @Nullable String description, @Nullable String parties,
		@Nullable String milestones, @Nullable String outcomes, @Nullable String takeOver, @Nullable String from,
		@Nullable String reason, @Nullable String decidedBy) {

	static final ChangeForm EMPTY = new ChangeForm(null, null, null, null, null, null, null, null, null, null, null,
			null, null);

	private static final int MOST_LINES = 100;

	private static final Pattern ROLE = Pattern.compile("(.*\\S)\\s*\\((support|host)\\)");

	/**
	 * What is asked for.
	 * @param register knows the parties
	 * @return checked field by field
	 * @throws org.asemeducation.stocktake.engine.Refused about the first field that does
	 * not say what it should
	 */
	Asked read(Register register) {
		Act act = Act.of(this.act).orElseThrow(() -> PlanRules.refuse("act", "Choose what to do to the plan."));
		InitiativeId id = field("initiative", this.initiative, ChangeForm::id);
		InitiativeId second = act.hasOther() ? field("other", this.other, ChangeForm::id) : null;
		List<PlanParty> named = lines("parties", this.parties).stream().map((line) -> party(line, register)).toList();
		Basis basis = new Basis(field("from", this.from, Days::read), "-", "");
		return new Asked(act, id, second, text(this.title).replaceAll("\\s+", " "), number(),
				lines("description", this.description), named, lines("milestones", this.milestones),
				lines("outcomes", this.outcomes), this.takeOver != null,
				field("reason", this.reason, (why) -> new Basis(basis.from(), text(why), text(this.decidedBy))));
	}

	private int number() {
		String number = text(this.action);
		return number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
	}

	private static InitiativeId id(@Nullable String written) {
		String id = text(written).replaceFirst("\\s.*", "");
		if (id.isEmpty()) {
			throw new IllegalArgumentException("Say which initiative, as in A01-I02.");
		}
		return new InitiativeId(id.substring(0, Math.min(id.length(), 40)));
	}

	private static PlanParty party(String line, Register register) {
		Matcher role = ROLE.matcher(line);
		boolean other = role.matches();
		String name = other ? role.group(1) : line;
		Party known = register.party(name)
			.orElseThrow(() -> PlanRules.refuse("parties",
					"The register has no party “%s”: write it as it stands there, or add it under Contacts first."
						.formatted(name.substring(0, Math.min(name.length(), 80)))));
		return new PlanParty(known.name(), known.acronym(), known.kind(), other ? role.group(2) : "coordinator");
	}

	private static List<String> lines(String field, @Nullable String text) {
		List<String> lines = new ArrayList<>();
		text(text).lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach(lines::add);
		if (lines.size() > MOST_LINES) {
			throw PlanRules.refuse(field, "That is more than %d lines: shorten it.".formatted(MOST_LINES));
		}
		return lines;
	}

	private static <T> T field(String name, @Nullable String written, Function<@Nullable String, T> reader) {
		try {
			return reader.apply(written);
		}
		catch (IllegalArgumentException ex) {
			throw PlanRules.refuse(name, Days.sentence(String.valueOf(ex.getMessage())));
		}
	}

	/** Without what no page shows and no file holds. */
	private static String text(@Nullable String field) {
		return (field != null) ? field.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
			.replaceAll("[\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]", " ")
			.strip() : "";
	}

}
