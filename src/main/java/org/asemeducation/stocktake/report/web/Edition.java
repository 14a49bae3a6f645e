package org.asemeducation.stocktake.report.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.report.document.Block.Section;
import org.asemeducation.stocktake.report.document.Block.Table;
import org.asemeducation.stocktake.report.document.Composition;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.document.Passages;
import org.asemeducation.stocktake.report.document.Sheets;
import org.asemeducation.stocktake.report.model.Initiative;
import org.asemeducation.stocktake.report.model.Objective;
import org.asemeducation.stocktake.report.model.Part;
import org.asemeducation.stocktake.report.model.Part.ActionSection;
import org.asemeducation.stocktake.report.model.Part.Subgoal;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.Update;
import org.asemeducation.stocktake.report.web.TakingPart.Party;

/**
 * The published version of a report, taken apart for the web.
 *
 * @param document the whole, as every file prints it
 * @param sheets the fact sheets alone, by initiative
 * @param rows in the order of the report
 */
record Edition(ReportModel report, Document document, Map<String, Document> sheets, List<Row> rows) {

	private static final Set<String> GLANCE = Set.of(ReportChapter.AT_A_GLANCE.key(), ReportChapter.FIGURES.key());

	static Edition of(ReportModel report, Map<String, List<Party>> parties) {
		Document document = Composition.of(report);
		Map<String, Document> sheets = Sheets.of(document, (id) -> id);
		List<Row> rows = report.parts()
			.stream()
			.flatMap((part) -> part.actions().stream())
			.flatMap((action) -> action.initiatives()
				.stream()
				.map((it) -> row(it, action, report, parties.getOrDefault(it.id(), List.of()), sheets.get(it.id()))))
			.toList();
		return new Edition(report, document, sheets, rows);
	}

	private static Row row(Initiative initiative, ActionSection action, ReportModel report, List<Party> parties,
			Document sheet) {
		return new Row(initiative.id(), initiative.title(), initiative.isNew(), initiative.coordinators(),
				action.number(), action.title(), objectives(initiative, action, report), subgoals(initiative),
				parties.stream().map(Party::name).collect(Collectors.toCollection(TreeSet::new)),
				parties.stream()
					.map(Party::region)
					.filter((it) -> it != null)
					.collect(Collectors.toCollection(TreeSet::new)),
				Status.of(initiative), standing(initiative), Passages.of(sheet).all());
	}

	private static String standing(Initiative initiative) {
		return (initiative.update() != null || initiative.answer() != null) ? Status.of(initiative).words()
				: Objects.requireNonNull(initiative.line());
	}

	private static SortedSet<Integer> objectives(Initiative initiative, ActionSection action, ReportModel report) {
		if (report.goesByClaims()) {
			return report.frame()
				.stream()
				.filter((it) -> it.claimedBy(initiative))
				.map(Objective::number)
				.collect(Collectors.toCollection(TreeSet::new));
		}
		return report.parts()
			.stream()
			.filter((part) -> part.objective() != null)
			.filter((part) -> part.actions().contains(action) || part.alsoServedBy().contains(action.number()))
			.map(Part::objective)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static SortedSet<String> subgoals(Initiative initiative) {
		Update update = initiative.update();
		return (update == null) ? new TreeSet<>()
				: update.contributions()
					.stream()
					.map(Update.Contribution::subgoal)
					.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * The chapters that can be read alone; their references lead to the initiatives' own
	 * pages. Tables with a row for each initiative are left out: the list and the matrix
	 * say the same.
	 * @param address of the report's page
	 */
	Document glance(String address) {
		Document glance = new Document(this.document.title(), this.document.subtitle(), this.document.edition(), false,
				this.document.imprint(), this.document.description(), this.document.created(),
				this.document.sections()
					.stream()
					.filter((it) -> GLANCE.contains(it.id()))
					.map(this::shortened)
					.toList());
		return Sheets.apart(glance,
				(id) -> this.sheets.containsKey(id) ? address + "/initiatives/" + id : address + "/report.html#" + id);
	}

	private Section shortened(Section section) {
		return new Section(section.kind(), section.id(), section.label(), section.title(), section.mark(),
				section.objective(),
				section.blocks()
					.stream()
					.filter((it) -> !(it instanceof Table table && isOfAll(table)))
					.map((it) -> (it instanceof Section inner) ? shortened(inner) : it)
					.toList());
	}

	private boolean isOfAll(Table table) {
		return table.rows().size() == this.rows.size()
				&& table.rows().stream().allMatch((row) -> this.sheets.containsKey(row.get(0).text()));
	}

	public List<Objective> objectives() {
		return this.report.frame();
	}

	/** Whether an initiative is found under the objectives that it claims. */
	public boolean goesByClaims() {
		return this.report.goesByClaims();
	}

	public List<Subgoal> subgoals() {
		return objectives().stream().flatMap((it) -> it.subgoals().stream()).toList();
	}

	/** The actions in the order of their numbers. */
	public Map<Integer, String> actions() {
		return this.rows.stream()
			.collect(Collectors.toMap(Row::action, Row::actionTitle, (one, same) -> one, TreeMap::new));
	}

	public SortedSet<String> parties() {
		return this.rows.stream()
			.flatMap((it) -> it.parties().stream())
			.collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
	}

	public SortedSet<String> regions() {
		return this.rows.stream().flatMap((it) -> it.regions().stream()).collect(Collectors.toCollection(TreeSet::new));
	}

	public List<Status> statuses() {
		return this.rows.stream().map(Row::status).distinct().sorted().toList();
	}

	/** The place of an initiative in the report. */
	Optional<Integer> place(String initiative) {
		return IntStream.range(0, this.rows.size())
			.filter((it) -> this.rows.get(it).id().equals(initiative))
			.boxed()
			.findFirst();
	}

}
