package org.asemeducation.stocktake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The models of an earlier release, as if it ran, and the start of today's after it.
 */
public class EarlierRelease {

	private static final String NAME = "Stocktake";

	private final RepositoryService repository;

	private final SmartInitializingSingleton deployment;

	private final JdbcClient jdbc;

	EarlierRelease(RepositoryService repository,
			@Qualifier("org.asemeducation.stocktake.engine.ModelDeployment") SmartInitializingSingleton deployment,
			JdbcClient jdbc) {
		this.repository = repository;
		this.deployment = deployment;
		this.jdbc = jdbc;
	}

	/**
	 * Goes back to the models in a folder of {@code models/}.
	 * @param folder its name
	 * @return the deployment
	 */
	public String runs(String folder) {
		DeploymentBuilder models = this.repository.createDeployment().name(NAME).source(NAME);
		String root = "models/" + folder + "/";
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath:" + root + "bpmn/**/*.*")) {
				String path = resource.getURL().getPath();
				models.addInputStream(path.substring(path.indexOf(root) + root.length()), resource.getInputStream());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return models.deploy().getId();
	}

	/**
	 * Goes back to one model that is made up.
	 * @param model the only one of that release
	 * @return the deployment
	 */
	public String runs(BpmnModelInstance model) {
		return this.repository.createDeployment()
			.name(NAME)
			.source(NAME)
			.addModelInstance("bpmn/made-up.bpmn", model)
			.deploy()
			.getId();
	}

	/** Starts today's release on what is there. */
	public void isUpgraded() {
		this.deployment.afterSingletonsInstantiated();
	}

	/**
	 * What still runs on it.
	 * @param deployment the deployment
	 * @return the process ids, each once for each instance
	 */
	public List<String> left(String deployment) {
		return this.jdbc.sql("""
				select d.key_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
				where e.parent_id_ is null and d.deployment_id_ = :deployment order by 1""")
			.param("deployment", deployment)
			.query(String.class)
			.list();
	}

	/**
	 * Removes it with all that ran on it.
	 * @param deployment the deployment
	 */
	public void isForgotten(String deployment) {
		this.repository.deleteDeployment(deployment, true, true);
	}

}
