package org.asemeducation.stocktake.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.report.InitiativeRows.Asked;
import org.asemeducation.stocktake.report.model.Glance;
import org.asemeducation.stocktake.report.model.Glance.Count;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Initiative.Standing;
import org.asemeducation.stocktake.report.model.Instead;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the first page says.
 */
final class Counting {

	private Counting() {
	}

	static Glance count(Collection<Asked> asked, Collection<Initiative> initiatives) {
		int requests = number(asked, Asked::wasAsked);
		int received = number(asked, (it) -> it.wasAsked() && it.isAnswered());
		int carried = number(initiatives, (it) -> isPrinted(it, Instead.CARRIED_FORWARD));
		int desk = number(initiatives, (it) -> isPrinted(it, Instead.DESK_UPDATE)) + number(asked, Asked::isDeskUpdate);
		List<Update> updates = initiatives.stream().map(Initiative::update).filter(Objects::nonNull).toList();
		return new Glance(initiatives.size(), number(initiatives, Initiative::isNew), requests, received,
				number(initiatives, (it) -> it.standing() == Standing.ACCEPTED),
				(requests != 0) ? Math.round(100f * received / requests) : 0,
				Arrays.stream(Standing.values())
					.map((standing) -> new Count(standing.code(),
							number(initiatives, (it) -> it.standing() == standing)))
					.toList(),
				count(updates, Update::completion, "completed", "partly-completed", "not-started"),
				count(updates, Update::aims, "achieved", "partly-achieved", "not-yet-achieved"),
				count(updates, Update::continuation, "ongoing", "suspended", "concluded"),
				commitments(asked, initiatives), (carried != 0) ? carried : null, (desk != 0) ? desk : null, true);
	}

	private static List<Count> commitments(Collection<Asked> asked, Collection<Initiative> initiatives) {
		List<Update.Commitment> answered = initiatives.stream()
			.map(Initiative::update)
			.filter(Objects::nonNull)
			.flatMap((it) -> it.commitments().stream())
			.toList();
		Set<String> updated = initiatives.stream()
			.filter((it) -> it.update() != null)
			.map(Initiative::id)
			.collect(Collectors.toSet());
		List<Count> counts = new ArrayList<>();
		for (String code : List.of("done", "partly", "changed", "dropped")) {
			counts.add(new Count(code, number(answered, (it) -> code.equals(it.outcome()))));
		}
		counts.add(new Count("not-answered", number(answered, (it) -> it.outcome() == null)));
		counts.add(new Count("no-update",
				asked.stream().filter((it) -> !updated.contains(it.id())).mapToInt((it) -> it.said().size()).sum()));
		return counts;
	}

	private static boolean isPrinted(Initiative initiative, String kind) {
		return initiative.instead() != null && initiative.instead().kind().equals(kind);
	}

	private static List<Count> count(List<Update> updates, Function<Update, @Nullable String> field, String... codes) {
		return Arrays.stream(codes)
			.map((code) -> new Count(code, number(updates, (it) -> code.equals(field.apply(it)))))
			.toList();
	}

	private static <T> int number(Collection<T> all, Predicate<T> which) {
		return (int) all.stream().filter(which).count();
	}

}
