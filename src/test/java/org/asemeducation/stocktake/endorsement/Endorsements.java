package org.asemeducation.stocktake.endorsement;

import java.time.LocalDate;
import java.util.List;

import org.asemeducation.stocktake.Jobs;
import org.asemeducation.stocktake.Stage;
import org.asemeducation.stocktake.Troupe;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.report.model.Annex;
import org.asemeducation.stocktake.report.model.ReportModel.State;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is done to a report that is with officials and ministers, for the process tests of
 * other stages too.
 */
public class Endorsements {

	static final String SEAL_FOR_OFFICIALS = "serviceTask_sealVersionForOfficials";

	static final String TAKE_IN_CHANGES = "userTask_takeInChanges";

	static final String SEAL_FOR_MINISTERS = "serviceTask_sealVersionForMinisters";

	static final String RECORD_ADOPTION = "userTask_recordAdoption";

	static final String ADOPT_WORK_PLAN = "serviceTask_adoptWorkPlan";

	static final String PUBLISH_REPORT = "serviceTask_publishReport";

	static final LocalDate DAY = LocalDate.of(2031, 1, 1);

	private final RuntimeService runtime;

	private final Stage stage;

	private final Jobs jobs;

	private final Troupe troupe;

	private final Coordinators coordinators;

	private final Reviewers reviewers;

	private final EndorsementActs acts;

	private final Versions versions;

	private final JdbcClient jdbc;

	Endorsements(RuntimeService runtime, Stage stage, Jobs jobs, Troupe troupe, Coordinators coordinators,
			Reviewers reviewers, EndorsementActs acts, Versions versions, JdbcClient jdbc) {
		this.runtime = runtime;
		this.stage = stage;
		this.jobs = jobs;
		this.troupe = troupe;
		this.coordinators = coordinators;
		this.reviewers = reviewers;
		this.acts = acts;
		this.versions = versions;
		this.jdbc = jdbc;
	}

	/**
	 * Opens a cycle on the first initiatives whose updates are accepted, each with one
	 * plan.
	 * @return its name; its own processes still gather
	 */
	public CycleName accepted() {
		CycleName cycle = this.stage.gathering(Troupe.ONE_COORDINATOR, Troupe.TWO_COORDINATORS, Troupe.SUPPORTED);
		accept(cycle, Troupe.ONE_COORDINATOR, "harbour");
		accept(cycle, Troupe.SUPPORTED, "inland");
		return cycle;
	}

	public void accept(CycleName cycle, String initiative, String coordinator) {
		this.coordinators.submit(cycle, initiative, coordinator, "Progress of " + initiative);
		this.reviewers.accept(cycle, initiative);
	}

	/**
	 * Starts the endorsement alone.
	 * @param cycle the cycle
	 * @return the instance, before its first step
	 */
	public ProcessInstance start(CycleName cycle) {
		return this.runtime.startProcessInstanceByKey("endorsement", cycle.value());
	}

	/**
	 * Starts it and seals the version for officials.
	 * @param cycle the cycle
	 * @return the instance, with the secretariat
	 */
	public ProcessInstance withOfficials(CycleName cycle) {
		ProcessInstance instance = start(cycle);
		this.jobs.run(cycle, SEAL_FOR_OFFICIALS);
		return instance;
	}

	/**
	 * Goes on until the version for ministers is sealed; SOM2 asked for nothing in words.
	 * @param cycle the cycle
	 */
	public void toMinisters(CycleName cycle) {
		record(cycle, MeetingKind.SOM2);
		this.acts.takeInChanges(cycle, null, aes());
		this.jobs.run(cycle, SEAL_FOR_MINISTERS);
	}

	/**
	 * Goes on until the work plan is adopted, right after the ministers' meeting.
	 * @param cycle the cycle
	 */
	public void adopt(CycleName cycle) {
		record(cycle, MeetingKind.ASEMME);
		this.acts.recordAdoption(cycle, Decision.adopted(DAY), aes());
		this.jobs.run(cycle, ADOPT_WORK_PLAN);
	}

	/**
	 * Brings an endorsement that has begun to its end: nobody asks for a change, and
	 * nothing is adopted.
	 * @param cycle a cycle whose second meeting of officials and whose ministers' meeting
	 * are recorded
	 */
	public void publish(CycleName cycle) {
		this.jobs.run(cycle, SEAL_FOR_OFFICIALS);
		this.acts.takeInChanges(cycle, null, aes());
		this.jobs.run(cycle, SEAL_FOR_MINISTERS);
		this.acts.recordAdoption(cycle, Decision.notAdopted("Put off."), aes());
		this.jobs.run(cycle, PUBLISH_REPORT);
	}

	public void record(CycleName cycle, MeetingKind kind) {
		recorded(cycle, kind, "held", DAY);
	}

	void drop(CycleName cycle, MeetingKind kind) {
		recorded(cycle, kind, "dropped", null);
	}

	/**
	 * The lines of a sealed annex in short.
	 * @param cycle the cycle
	 * @param state for whom it was sealed
	 * @return such as {@code 1 A01-I01 Go on}
	 */
	public List<String> lines(CycleName cycle, State state) {
		return this.versions.annex(cycle, state)
			.lines()
			.stream()
			.map((Annex.Line line) -> "%d %s %s".formatted(line.number(), line.initiative(), line.activity()))
			.toList();
	}

	public String aes() {
		return this.troupe.user("aes");
	}

	/** The state alone: how a meeting comes to be recorded is another model's. */
	private void recorded(CycleName cycle, MeetingKind kind, String state, LocalDate held) {
		this.jdbc.sql("""
				update meeting set state = :state, held_on = :held, recorded_at = now(), recorded_by = 'aes'
				where cycle = :cycle and kind = :kind""")
			.param("state", state)
			.param("held", held)
			.param("cycle", cycle.value())
			.param("kind", kind.name())
			.update();
	}

}
