/** One plan, as it is saved and as it is read. */
const columns = {
  user_name: '周明远',
  sys_survey_report: '学员以一线主管为主,最关心跨部门沟通和目标拆解。',
  sys_activity_need: '用四周的线上活动提升主管的学习参与率。',
  sys_content_select: '沟通与协作专题、目标管理专题',
  user_content_select: '沟通与协作专题',
  sys_content_tuij: '跨部门沟通五步法、目标拆解工作坊',
  sys_activity_name: '沟通力提升月',
  user_activity_name: '青禾沟通力挑战赛',
  sys_activity_ideas: '每周一个主题,以小组积分赛的方式推进。',
  sys_activity_plan: '第一周热身,第二、三周闯关,第四周展示和颁奖。',
  sys_activity_enroll: '由各部门接口人在活动前一周统一报名。',
  sys_activity_xuanc: '企业号推文两篇、海报三张、部门晨会口播。',
  sys_incentive_plan: '小组前三名获得团队学习基金。',
  sys_yuqi_result: '参与率达到 80%,课程完成率达到 70%。',
  sys_refine_merge: '活动需求、内容选择与激励措施已合并为一份方案。',
  sys_activity_simplify: '四周、三关、一次展示。',
  fansan_mothed: '头脑风暴',
  yixiang_course: '跨部门沟通五步法',
  activity_type: '线上学习活动',
  activity_beijing: '公司组织架构调整后,跨部门协作增多。',
  activity_mubiao: '让主管掌握并使用统一的沟通方法。',
  enterprise_name: '青禾机械有限公司',
}

export const row = { user_id: '20240017', ...columns, block_index: '1' }

/** Not in the document's answer, though they can be saved. */
export const rest = { id: '318', total_tokens: '18240', total_rmb: '0.36', current_model: 'model-large' }

export const creation = {
  user_id: row.user_id,
  ...columns,
  operate_type: 1 as const,
  block_index: 1,
  total_tokens: rest.total_tokens,
  total_rmb: rest.total_rmb,
  current_model: rest.current_model,
}

export const update = { id: 318, user_id: row.user_id, user_activity_name: '青禾沟通力挑战赛(第二季)', operate_type: 2 as const }
