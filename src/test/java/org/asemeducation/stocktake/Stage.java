package org.asemeducation.stocktake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.cycle.NewMeeting;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.notification.transport.OutgoingMail;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the process tests play: opens cycles, finds their instances by what they are
 * about, runs their jobs by the element they stand at.
 */
public class Stage {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final String OF_CYCLE = "(p.business_key_ = :cycle or p.business_key_ like :cycle || '/%')";

	private final ProcessEngine engine;

	private final RuntimeService runtime;

	private final ManagementService management;

	private final CycleOpening opening;

	private final SimulatedClock clock;

	private final RememberedMails mails;

	private final Troupe troupe;

	private final JdbcClient jdbc;

	private final List<CycleName> opened = new ArrayList<>();

	private final List<String> broken = new ArrayList<>();

	Stage(ProcessEngine engine, CycleOpening opening, SimulatedClock clock, RememberedMails mails, Troupe troupe,
			JdbcClient jdbc) {
		this.engine = engine;
		this.runtime = engine.getRuntimeService();
		this.management = engine.getManagementService();
		this.opening = opening;
		this.clock = clock;
		this.mails = mails;
		this.troupe = troupe;
		this.jdbc = jdbc;
	}

	void set() {
		later(60);
		BpmnAwareTests.init(this.engine);
	}

	void clear() {
		mend();
		this.opened.forEach((cycle) -> this.jdbc
			.sql("select id_ from act_ru_execution p where parent_id_ is null and super_exec_ is null and " + OF_CYCLE)
			.param("cycle", cycle.value())
			.query(String.class)
			.list()
			.forEach((id) -> this.runtime.deleteProcessInstance(id, "the test is over", true, true)));
		this.opened.clear();
		this.troupe.takeUpTheirParts();
		this.mails.forget();
		BpmnAwareTests.reset();
		ClockUtil.reset();
	}

	public Instant now() {
		return this.clock.instant();
	}

	public void later(long seconds) {
		this.clock.moveTo(this.clock.instant().plusSeconds(seconds));
	}

	/**
	 * A calendar in Rome: requests in 30 days, deadline in 60, freeze in 90.
	 * @return a proposal under a name of its own
	 */
	public NewCycle proposal() {
		LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
		return proposal("Europe/Rome", today.plusDays(30), today.plusDays(60), today.plusDays(90));
	}

	public NewCycle proposal(String zone, LocalDate request, LocalDate deadline, LocalDate freeze) {
		List<NewMeeting> meetings = List.of(meeting(MeetingKind.ISOM, request.minusDays(20)),
				meeting(MeetingKind.SOM1, request.minusDays(10)), meeting(MeetingKind.SOM2, freeze.plusDays(70)),
				meeting(MeetingKind.ASEMME, freeze.plusDays(71)));
		return new NewCycle("PLAY" + NUMBER.incrementAndGet(), "From here to there", zone, meetings, request, deadline,
				freeze, freeze.plusDays(14), freeze.plusDays(42), freeze.plusDays(56), List.of());
	}

	private static NewMeeting meeting(MeetingKind kind, LocalDate planned) {
		return new NewMeeting(kind, planned, "Valletta", false, "Malta");
	}

	/**
	 * Opens a cycle whose requests have not gone out.
	 * @return its name
	 */
	public CycleName open() {
		return open(proposal());
	}

	public CycleName open(NewCycle proposal) {
		CycleName cycle = this.opening.open(proposal, this.troupe.user("aes"));
		this.opened.add(cycle);
		return cycle;
	}

	/**
	 * Opens a cycle whose requests have gone out on their date.
	 * @return its name
	 */
	public CycleName gathering() {
		CycleName cycle = open();
		run(cycle, "boundaryEvent_requestDateReached");
		run(cycle, "serviceTask_startUpdates");
		run(cycle, "serviceTask_queueRequests");
		return cycle;
	}

	/**
	 * The running instance of a model.
	 * @param process the model's key
	 * @param businessKey what it is about
	 * @return the only one
	 */
	public ProcessInstance instance(String process, Object businessKey) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.processInstanceBusinessKey(businessKey.toString())
			.list()
			.stream()
			.reduce((one, other) -> {
				throw new AssertionError("%s runs twice for %s".formatted(process, businessKey));
			})
			.orElseThrow(() -> new AssertionError("%s does not run for %s".formatted(process, businessKey)));
	}

	/**
	 * The jobs of a cycle that stand at an element, those of its updates and mails
	 * included.
	 * @param cycle the cycle
	 * @param element the element's id
	 * @return by due date
	 */
	public List<Job> jobs(CycleName cycle, String element) {
		return this.jdbc.sql("""
				select j.id_ from act_ru_job j
				join act_ru_jobdef d on d.id_ = j.job_def_id_
				join act_ru_execution p on p.id_ = j.process_instance_id_
				where d.act_id_ = :element and\s""" + OF_CYCLE + " order by j.duedate_, p.business_key_")
			.param("element", element)
			.param("cycle", cycle.value())
			.query(String.class)
			.list()
			.stream()
			.map((id) -> this.management.createJobQuery().jobId(id).singleResult())
			.toList();
	}

	public Job job(CycleName cycle, String element) {
		List<Job> jobs = jobs(cycle, element);
		if (jobs.size() != 1) {
			throw new AssertionError("%d jobs of %s stand at %s".formatted(jobs.size(), cycle, element));
		}
		return jobs.get(0);
	}

	/**
	 * Runs the one job of a cycle that stands at an element, whenever it is due.
	 * @param cycle the cycle
	 * @param element the element's id
	 */
	public void run(CycleName cycle, String element) {
		this.management.executeJob(job(cycle, element).getId());
	}

	/**
	 * Makes writing to a table fail for a cycle, until {@link #mend()}.
	 * @param table such as {@code revision}
	 * @param cycle the cycle's name
	 */
	public void breakTable(String table, Object cycle) {
		this.jdbc.sql("alter table %s add constraint broken check (cycle <> '%s') not valid".formatted(table, cycle))
			.update();
		this.broken.add(table);
	}

	public void mend() {
		this.broken
			.forEach((table) -> this.jdbc.sql("alter table %s drop constraint broken".formatted(table)).update());
		this.broken.clear();
	}

	/**
	 * Lets the mails of a cycle leave, a minute later.
	 * @param cycle the cycle
	 * @return those that left now
	 */
	public List<OutgoingMail> post(CycleName cycle) {
		int before = this.mails.sent().size();
		later(60);
		for (String step : List.of("intermediateCatchEvent_bundlingTimeOver", "serviceTask_deliverMail")) {
			jobs(cycle, step).forEach((job) -> this.management.executeJob(job.getId()));
		}
		return this.mails.sent().subList(before, this.mails.sent().size());
	}

}
