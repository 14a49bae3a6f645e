package org.asemeducation.stocktake;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Officials;
import org.asemeducation.stocktake.endorsement.Decision;
import org.asemeducation.stocktake.endorsement.EndorsementActs;
import org.asemeducation.stocktake.report.Editing;
import org.asemeducation.stocktake.report.Editors;
import org.asemeducation.stocktake.report.comment.Commenting;
import org.asemeducation.stocktake.review.Reviewers;
import org.asemeducation.stocktake.update.Coordinators;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks a cycle from wherever it stands to its end: whatever is due or open is done, as
 * early as the models let it. Updates that nobody has submitted are frozen; meetings are
 * held as planned; ministers adopt the work plan.
 */
public class WalkOn {

	private static final List<String> STEPS = List.of("serviceTask_startUpdates", "serviceTask_queueRequests",
			"serviceTask_freezeUpdates", "serviceTask_compileReport", "serviceTask_sealVersionForOfficials",
			"serviceTask_sealVersionForMinisters", "serviceTask_adoptWorkPlan", "serviceTask_publishReport");

	private static final int ENOUGH = 200;

	private final Map<String, Act> acts = new LinkedHashMap<>();

	private final Jobs jobs;

	private final JdbcClient jdbc;

	WalkOn(Jobs jobs, JdbcClient jdbc, Troupe troupe, Coordinators coordinators, Reviewers reviewers,
			Officials officials, Editors editors, Editing editing, Commenting commenting, EndorsementActs endorsement) {
		this.jobs = jobs;
		this.jdbc = jdbc;
		this.acts.put("userTask_confirmDateAndHost",
				(cycle, about) -> officials.hold(cycle, MeetingKind.valueOf(about)));
		this.acts.put("userTask_sendRequests", (cycle, about) -> jobs.run(cycle, "boundaryEvent_requestDateReached"));
		this.acts.put("userTask_reviewUpdate", reviewers::accept);
		this.acts.put("userTask_closeGathering", (cycle, about) -> jobs.run(cycle, "boundaryEvent_freezeReached"));
		this.acts.put("userTask_decideDrafts", (cycle, about) -> coordinators.decide(cycle, drafts(cycle)));
		this.acts.put("userTask_writeForeword", (cycle, about) -> editors.leaveChaptersOut(cycle));
		this.acts.put("userTask_editReport", (cycle, about) -> editing.finish(cycle, troupe.user("aes")));
		this.acts.put("userTask_commentOnDraft",
				(cycle, about) -> commenting.handIn(cycle, 0, troupe.user("reviewer")));
		this.acts.put("userTask_takeInChanges",
				(cycle, about) -> endorsement.takeInChanges(cycle, null, troupe.user("aes")));
		this.acts.put("userTask_recordAdoption", (cycle, about) -> endorsement.recordAdoption(cycle,
				Decision.adopted(LocalDate.of(2099, 1, 1)), troupe.user("aes")));
	}

	/**
	 * Walks on until nothing of the cycle runs.
	 * @param cycle the cycle
	 * @throws AssertionError when it gets stuck
	 */
	public void toTheEnd(CycleName cycle) {
		for (int steps = 0; isRunning(cycle); steps++) {
			if (steps == ENOUGH || !step(cycle)) {
				throw new AssertionError("%s is stuck at %s".formatted(cycle, standing(cycle)));
			}
		}
	}

	private boolean step(CycleName cycle) {
		Optional<String> job = STEPS.stream().filter((element) -> !this.jobs.at(cycle, element).isEmpty()).findFirst();
		if (job.isPresent()) {
			this.jobs.runAll(cycle, job.get());
			return true;
		}
		for (Map.Entry<String, Act> act : this.acts.entrySet()) {
			Optional<String> about = open(cycle, act.getKey());
			if (about.isPresent()) {
				act.getValue().by(cycle, about.get().substring(about.get().indexOf('/') + 1));
				return true;
			}
		}
		return false;
	}

	private boolean isRunning(CycleName cycle) {
		return this.jdbc.sql("""
				select exists (select from act_ru_execution
				where parent_id_ is null and proc_def_key_ = 'cycle' and business_key_ = :cycle)""")
			.param("cycle", cycle.value())
			.query(Boolean.class)
			.single();
	}

	private Optional<String> open(CycleName cycle, String task) {
		return this.jdbc.sql("""
				select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
				where t.task_def_key_ = :task and (e.business_key_ = :cycle or e.business_key_ like :cycle || '/%')
				order by 1 limit 1""").param("task", task).param("cycle", cycle.value()).query(String.class).optional();
	}

	private Map<String, String> drafts(CycleName cycle) {
		return this.jdbc.sql("""
				select initiative from draft join update_request using (cycle, initiative)
				where cycle = :cycle and state in ('requested', 'returned')""")
			.param("cycle", cycle.value())
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.toMap((initiative) -> initiative, (initiative) -> "leave-out"));
	}

	private List<String> standing(CycleName cycle) {
		return this.jdbc.sql("""
				select p.business_key_ || ' ' || e.act_id_ from act_ru_execution e
				join act_ru_execution p on p.id_ = e.proc_inst_id_
				where e.act_id_ is not null and (p.business_key_ = :cycle or p.business_key_ like :cycle || '/%')
				order by 1""").param("cycle", cycle.value()).query(String.class).list();
	}

	private interface Act {

		void by(CycleName cycle, String about);

	}

}
