package org.asemeducation.stocktake.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.document.Origins;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.Origin;
import org.asemeducation.stocktake.report.model.ReportCycle;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.asemeducation.stocktake.report.model.ReportModel.Chapter;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The compiled versions of the Stocktaking Reports. A version is never changed; the
 * latest is the draft until it is sealed, at most one of a cycle is published.
 */
@Component
public class Reports {

	private final JdbcClient jdbc;

	private final CycleRows cycles;

	private final Compilation compilation;

	private final SealedVersions sealed;

	private final Publications publications;

	private final Clock clock;

	Reports(JdbcClient jdbc, CycleRows cycles, Compilation compilation, SealedVersions sealed,
			Publications publications, Clock clock) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.compilation = compilation;
		this.sealed = sealed;
		this.publications = publications;
		this.clock = clock;
	}

	/**
	 * Compiles a new draft version from what has been accepted by now.
	 * @param cycle the cycle to report on
	 * @return the version, stored
	 */
	@Transactional
	public ReportModel compile(CycleName cycle) {
		return compile(cycle, State.DRAFT, (draft) -> null);
	}

	/**
	 * Makes the version that was sealed last public, byte for byte. Done twice, the first
	 * publication stays.
	 * @param cycle the cycle
	 * @return what is public
	 * @throws Refused when nothing is sealed
	 * @throws IllegalStateException when a file is not what was sealed
	 */
	@Transactional
	public SealedVersion publish(CycleName cycle) {
		this.cycles.cycle(cycle);
		SealedVersion last = this.sealed.of(cycle)
			.stream()
			.findFirst()
			.orElseThrow(() -> Refused
				.conflict("No version of the report of %s is sealed: there is nothing to publish.".formatted(cycle)));
		this.sealed.verify(last);
		this.publications.add(cycle, last.version());
		return last;
	}

	/**
	 * Makes a corrected version public; what was public before stays at its address.
	 * @param cycle the cycle
	 * @param number which correction, from 1
	 * @param version the corrected version, sealed
	 * @param note what was wrong
	 * @param by the user id
	 */
	@Transactional
	public void correct(CycleName cycle, int number, SealedVersion version, String note, String by) {
		this.sealed.verify(version);
		this.publications.correct(cycle, number, version.version(), note, by);
	}

	/**
	 * What was put right since the report was published.
	 * @param cycle the cycle
	 * @return in order; none where nothing was
	 */
	public List<Correction> corrections(CycleName cycle) {
		return this.publications.corrections(cycle);
	}

	/**
	 * All versions that are or were public.
	 * @param cycle the cycle
	 * @return the published one first, then its corrections
	 */
	public List<Integer> publicVersions(CycleName cycle) {
		return this.publications.versions(cycle);
	}

	/**
	 * The cycles whose reports were published before this one.
	 * @param cycle a cycle whose report is published
	 * @return the latest first; none for the first, and before publication
	 */
	public List<CycleName> publishedBefore(CycleName cycle) {
		return this.publications.before(cycle);
	}

	/**
	 * The latest version, published or not.
	 * @param cycle the cycle
	 * @return nothing before the first compilation
	 */
	public Optional<ReportModel> latest(CycleName cycle) {
		return latestVersion(cycle).flatMap((version) -> version(cycle, version));
	}

	/**
	 * The published version.
	 * @param cycle the cycle
	 * @return nothing before publication
	 */
	public Optional<ReportModel> published(CycleName cycle) {
		return this.publications.version(cycle).flatMap((version) -> version(cycle, version));
	}

	/**
	 * A version.
	 * @param cycle the cycle
	 * @param version its number
	 * @return nothing when there is none of this number
	 */
	public Optional<ReportModel> version(CycleName cycle, int version) {
		return this.jdbc.sql("select model from compiled_report where cycle = :cycle and version = :version")
			.param("cycle", cycle.value())
			.param("version", version)
			.query(String.class)
			.optional()
			.map(JsonReport::read);
	}

	/**
	 * What a compilation would have now; nothing is stored.
	 * @param cycle the cycle
	 * @return as the next draft
	 */
	public ReportModel current(CycleName cycle) {
		return this.compilation.compile(this.cycles.look(cycle), 0, this.clock.instant(), State.DRAFT, (draft) -> null);
	}

	/** The same, with the edits that lie over its texts. */
	Compilation.Draft draft(CycleName cycle) {
		return this.compilation.draft(this.cycles.look(cycle), 0, this.clock.instant(), State.DRAFT, (draft) -> null);
	}

	/**
	 * The SHA-256 of a version, as it was stored with it.
	 * @param cycle the cycle
	 * @param version its number
	 * @return 64 hexadecimal digits
	 */
	public String checksum(CycleName cycle, int version) {
		return this.jdbc.sql("select checksum from compiled_report where cycle = :cycle and version = :version")
			.param("cycle", cycle.value())
			.param("version", version)
			.query(String.class)
			.single();
	}

	/**
	 * The free chapters as they are written now.
	 * @param cycle the cycle
	 * @return those that have a text, in the order of the report
	 */
	public List<Chapter> chapters(CycleName cycle) {
		return this.cycles.chapters(cycle);
	}

	Optional<Integer> latestVersion(CycleName cycle) {
		return this.jdbc.sql("select version from compiled_report where cycle = :cycle order by version desc limit 1")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.optional();
	}

	ReportModel compile(CycleName name, State state, Function<ReportModel, @Nullable Annex> workPlan) {
		ReportCycle cycle = this.cycles.cycle(name);
		return store(this.compilation.compile(cycle, nextVersion(name), now(), state, workPlan));
	}

	/** The same words as given, as the next version. */
	ReportModel correct(ReportModel text) {
		ReportModel numbered = new ReportModel(text.cycle(), nextVersion(new CycleName(text.cycle().name())), now(),
				State.CORRECTED, text.chapters(), text.secretariatTerms(), text.glance(), text.parts(), text.workPlan(),
				null, text.outline(), text.since(), text.participation(), text.assessments(), text.template(),
				text.contributions(), text.objectives());
		ReportModel printed = JsonReport.read(JsonReport.canonical(numbered));
		Set<String> edited = Objects.requireNonNullElse(text.paragraphs(), List.<Origin>of())
			.stream()
			.filter((it) -> Boolean.TRUE.equals(it.edited()))
			.map((it) -> it.place() + it.paragraph())
			.collect(Collectors.toSet());
		return store(
				printed.told(Origins.of(printed, (passage) -> edited.contains(passage.place() + passage.paragraph()))));
	}

	private int nextVersion(CycleName cycle) {
		return this.jdbc.sql("select coalesce(max(version), 0) + 1 from compiled_report where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(Integer.class)
			.single();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	private ReportModel store(ReportModel model) {
		this.jdbc.sql("""
				insert into compiled_report (cycle, version, compiled_at, model, checksum)
				values (:cycle, :version, :at, :model::jsonb, :checksum)""")
			.param("cycle", model.cycle().name())
			.param("version", model.version())
			.param("at", Timestamp.from(model.compiledAt()))
			.param("model", JsonReport.canonical(model))
			.param("checksum", JsonReport.checksum(model))
			.update();
		return model;
	}

}
