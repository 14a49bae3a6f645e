package org.asemeducation.stocktake.cycle.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.plan.ActionPlan;
import org.asemeducation.stocktake.plan.BroughtPlans;
import org.asemeducation.stocktake.plan.Initiative;
import org.asemeducation.stocktake.plan.PlanPlaceholder;
import org.asemeducation.stocktake.plan.PlanPlaceholders;
import org.asemeducation.stocktake.plan.PlanRefused;

import org.springframework.stereotype.Component;

/**
 * Looks into a draft before a round is opened: which lines wait, and whom they name.
 */
@Component
class FoundPlaceholders {

	/** A workbook may be 2 MB, a text 1 MB; so much in Base64 is no plan. */
	private static final int LARGEST = 3_000_000;

	private final BroughtPlans plans;

	private final Register register;

	FoundPlaceholders(BroughtPlans plans, Register register) {
		this.plans = plans;
		this.register = register;
	}

	/**
	 * Reads a file.
	 * @param file what its owner calls it
	 * @param base64 its bytes
	 * @return what waits in it
	 * @throws Refused when it is no plan, or nothing in it waits
	 */
	Found in(String file, String base64) {
		if (base64.length() > LARGEST) {
			throw Refused.invalid("%s is too large to be a plan.".formatted(file),
					List.of(new Refused.Problem("file", "Choose a plan as YAML (up to 1 MB) or XLSX (up to 2 MB).")));
		}
		try {
			ActionPlan plan = this.plans.read(file, Base64.getDecoder().decode(base64));
			List<Row> rows = rows(plan);
			if (rows.isEmpty()) {
				throw Refused.invalid("No line of %s waits for words.".formatted(file),
						List.of(new Refused.Problem("file",
								"No line of this plan waits for words, so there is nothing to ask anybody.")));
			}
			return new Found(file, plan.document().title(), plan.document().version(), plan.document().dated(),
					this.plans.text(plan), rows, this.register.parties().stream().map(Party::label).toList());
		}
		catch (PlanRefused | IllegalArgumentException ex) {
			throw Refused.invalid("The plan is not read: %s".formatted(ex.getMessage()),
					List.of(new Refused.Problem("file", String.valueOf(ex.getMessage()))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<Row> rows(ActionPlan plan) {
		NamedParties named = new NamedParties(this.register.parties());
		List<PlanPlaceholder> found = PlanPlaceholders.in(plan);
		return IntStream.range(0, found.size()).mapToObj((at) -> {
			PlanPlaceholder it = found.get(at);
			Initiative initiative = plan.initiative(it.initiative()).orElseThrow();
			return new Row(at + 1, it.initiative().value(), initiative.title(), it.field().label(), it.words(),
					it.names(), asked(it, initiative, found, named));
		}).toList();
	}

	/**
	 * Whom it names; else whom another placeholder of the initiative names, else who
	 * coordinates the initiative.
	 */
	private List<String> asked(PlanPlaceholder placeholder, Initiative initiative, List<PlanPlaceholder> all,
			NamedParties named) {
		List<Party> asked = named.in(placeholder.names());
		if (asked.isEmpty() && placeholder.names().isEmpty()) {
			asked = all.stream()
				.filter((it) -> it.initiative().equals(placeholder.initiative()))
				.map((it) -> named.in(it.names()))
				.filter((it) -> !it.isEmpty())
				.findFirst()
				.orElse(asked);
		}
		if (asked.isEmpty()) {
			asked = initiative.coordinators()
				.stream()
				.flatMap((it) -> named.in(it.name()).stream())
				.distinct()
				.toList();
		}
		return asked.stream().map(Party::label).toList();
	}

	/**
	 * A draft that was looked into.
	 *
	 * @param file what its owner calls it
	 * @param title the document's
	 * @param version the document's
	 * @param dated the document's
	 * @param plan all of it, as a plan file in YAML: what a round is opened with
	 * @param placeholders in the draft's order
	 * @param parties all that the register knows, as it calls them
	 */
	record Found(String file, String title, String version, String dated, String plan, List<Row> placeholders,
			List<String> parties) {
	}

	/**
	 * A line that waits.
	 *
	 * @param position from 1
	 * @param initiative its id
	 * @param title its title
	 * @param field where the line stands, in words
	 * @param words the whole line
	 * @param names whom it names, in its words; may be empty
	 * @param parties who would be asked, as the register calls them; none when nobody is
	 * known
	 */
	record Row(int position, String initiative, String title, String field, String words, String names,
			List<String> parties) {
	}

}
