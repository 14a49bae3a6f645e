package org.asemeducation.stocktake;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's jobs of one cycle, those of its updates and mails included, by the element
 * they stand at. Nothing runs unless it is run here, whenever it is due.
 */
public class Jobs {

	private static final String JOBS = """
			select j.id_ from act_ru_job j
			join act_ru_jobdef d on d.id_ = j.job_def_id_
			join act_ru_execution p on p.id_ = j.process_instance_id_
			where d.act_id_ = :element and (p.business_key_ = :cycle or p.business_key_ like :cycle || '/%')
			order by j.duedate_, p.business_key_""";

	private final JdbcClient jdbc;

	private final ManagementService management;

	Jobs(JdbcClient jdbc, ManagementService management) {
		this.jdbc = jdbc;
		this.management = management;
	}

	/**
	 * The jobs at an element.
	 * @param cycle the cycle
	 * @param element the element's id
	 * @return by due date
	 */
	public List<Job> at(CycleName cycle, String element) {
		return this.jdbc.sql(JOBS)
			.param("element", element)
			.param("cycle", cycle.value())
			.query(String.class)
			.list()
			.stream()
			.map((id) -> this.management.createJobQuery().jobId(id).singleResult())
			.toList();
	}

	/**
	 * The one job at an element.
	 * @param cycle the cycle
	 * @param element the element's id
	 * @return the job
	 * @throws AssertionError when there is none, or more than one
	 */
	public Job only(CycleName cycle, String element) {
		List<Job> jobs = at(cycle, element);
		if (jobs.size() != 1) {
			throw new AssertionError("%d jobs of %s stand at %s".formatted(jobs.size(), cycle, element));
		}
		return jobs.get(0);
	}

	public void run(CycleName cycle, String element) {
		this.management.executeJob(only(cycle, element).getId());
	}

	public void runAll(CycleName cycle, String element) {
		at(cycle, element).forEach((job) -> this.management.executeJob(job.getId()));
	}

}
