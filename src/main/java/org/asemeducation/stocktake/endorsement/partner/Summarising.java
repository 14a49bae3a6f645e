package org.asemeducation.stocktake.endorsement.partner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.endorsement.partner.PartnerParts.Part;
import org.asemeducation.stocktake.endorsement.partner.PartnerSummary.Item;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Initiative.Standing;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Finds what concerns one partner in a version, from its sealed text alone.
 */
final class Summarising {

	private static final Map<String, String> PARTS = Map.of("coordinator", "coordinates", "host", "hosts", "support",
			"supports");

	private final ReportModel report;

	private final List<Part> parts;

	private final Pattern named;

	private Summarising(ReportModel report, List<Part> parts, List<String> names) {
		this.report = report;
		this.parts = parts;
		this.named = Pattern.compile(names.stream()
			.map((name) -> "(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])".formatted(Pattern.quote(name)))
			.collect(Collectors.joining("|")));
	}

	/**
	 * The summary.
	 * @param report the version
	 * @param parts what the partner and its institutions did when it was sealed
	 * @param names how texts name them
	 * @param seen the version that the partner saw last; {@code null} for none
	 * @return the same for the same versions, always
	 */
	static PartnerSummary of(ReportModel report, List<Part> parts, List<String> names, @Nullable ReportModel seen) {
		return new Summarising(report, parts, names).summary(seen);
	}

	private PartnerSummary summary(@Nullable ReportModel seen) {
		List<Initiative> concerned = concerned();
		return new PartnerSummary(concerned.stream().map(this::part).toList(),
				lines().stream().map(Summarising::item).toList(), (seen != null) ? seen.version() : null,
				(seen != null) ? changes(seen, concerned) : List.of(),
				concerned.stream()
					.filter((it) -> it.standing() == Standing.NO_UPDATE_RECEIVED)
					.map((it) -> new Item("%s %s".formatted(it.id(), it.title()), "No update received"))
					.toList());
	}

	private List<Initiative> concerned() {
		Set<String> own = this.parts.stream().map(Part::initiative).collect(Collectors.toSet());
		return this.report.initiatives()
			.filter((it) -> own.contains(it.id()) || takesPart(it))
			.sorted(Comparator.comparingInt(Initiative::position))
			.toList();
	}

	private boolean takesPart(Initiative initiative) {
		Update update = initiative.update();
		return update != null && update.partners().stream().anyMatch((text) -> this.named.matcher(text).find());
	}

	private Item part(Initiative initiative) {
		Set<String> said = new LinkedHashSet<>();
		this.parts.stream()
			.filter((part) -> part.initiative().equals(initiative.id()))
			.forEach((part) -> said
				.add(part.self() ? PARTS.get(part.part()) : "%s %s".formatted(part.by(), PARTS.get(part.part()))));
		if (takesPart(initiative)) {
			said.add("takes part");
		}
		String sentence = String.join("; ", said)
				+ ((initiative.standing() == Standing.NO_UPDATE_RECEIVED) ? ". No update received" : "");
		return new Item("%s %s".formatted(initiative.id(), initiative.title()), sentence);
	}

	private List<Annex.Line> lines() {
		return names(this.report.workPlan());
	}

	/**
	 * Those whose text names the partner, and those of what it coordinates, hosts or
	 * supports.
	 */
	private List<Annex.Line> names(@Nullable Annex annex) {
		Set<String> own = this.parts.stream().map(Part::initiative).collect(Collectors.toSet());
		return (annex == null) ? List.of()
				: annex.lines()
					.stream()
					.filter((line) -> own.contains(line.initiative()) || this.named.matcher(words(line)).find())
					.toList();
	}

	private List<Item> changes(ReportModel seen, List<Initiative> concerned) {
		Map<String, Initiative> was = seen.initiatives().collect(Collectors.toMap(Initiative::id, Function.identity()));
		List<Item> changes = new ArrayList<>();
		for (Initiative initiative : concerned) {
			Initiative before = was.get(initiative.id());
			if (!initiative.equals(before)) {
				boolean arrived = before != null && before.standing() != Standing.ACCEPTED
						&& initiative.standing() == Standing.ACCEPTED;
				changes.add(new Item("%s %s".formatted(initiative.id(), initiative.title()),
						arrived ? "Its update was accepted" : "Its fact sheet reads otherwise"));
			}
		}
		Map<Integer, Annex.Line> before = byNumber(names(seen.workPlan()));
		Map<Integer, Annex.Line> now = byNumber(lines());
		Map<Integer, Annex.Line> all = byNumber(
				(this.report.workPlan() != null) ? this.report.workPlan().lines() : List.of());
		now.forEach((number, line) -> {
			Annex.Line earlier = line(seen, number);
			if (earlier == null) {
				changes.add(new Item(called(line), "Added: " + line.activity()));
			}
			else if (!earlier.equals(line)) {
				changes.add(new Item(called(line), "Changed: " + line.activity()));
			}
		});
		before.forEach((number, line) -> {
			Annex.Line later = all.get(number);
			if (later == null) {
				changes.add(new Item(called(line), "Struck: " + line.activity()));
			}
			else if (!now.containsKey(number)) {
				changes.add(new Item(called(line), "It no longer names you: " + later.activity()));
			}
		});
		return changes;
	}

	private static Annex.@Nullable Line line(ReportModel report, int number) {
		Annex annex = report.workPlan();
		return (annex == null) ? null
				: annex.lines().stream().filter((line) -> line.number() == number).findFirst().orElse(null);
	}

	private static Map<Integer, Annex.Line> byNumber(List<Annex.Line> lines) {
		Map<Integer, Annex.Line> byNumber = new LinkedHashMap<>();
		lines.forEach((line) -> byNumber.put(line.number(), line));
		return byNumber;
	}

	private static Item item(Annex.Line line) {
		return new Item(called(line),
				(line.period() != null) ? "%s (%s)".formatted(line.activity(), line.period()) : line.activity());
	}

	private static String called(Annex.Line line) {
		return "Line %d, %s".formatted(line.number(), line.initiative());
	}

	private static String words(Annex.Line line) {
		return Stream.of(line.activity(), line.period(), line.output(), line.result(), line.contribution())
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n"));
	}

}
