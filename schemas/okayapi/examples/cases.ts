/** Rows of the case lists. Every company is invented. */
export const proposal = {
  kh_name: '青禾机械有限公司',
  kh_industry_1: '装备制造',
  xm_crowd: '一线主管',
  xm_name: '主管领导力提升项目',
  case_url: 'https://files.example.com/proposals/qinghe-2024.pdf',
}

export const replacement = {
  kh_industry_1: '食品饮料',
  area: '华东',
  staff_size: '1000-2000人',
  staff_size_begin: '1000',
  staff_size_end: '2000',
  competitor_name: '某学习平台',
  kh_name: '澄湖食品集团',
  replace_year: '2023',
  replace_reason: '原平台缺少岗位学习地图',
  enterprise_type: '民营企业',
  sign_sales: '陈一诺',
}

export const purchases = [
  {
    org_name: '澄湖食品集团',
    yxt_industry_1: '食品饮料',
    enterprise_type: '民营企业',
    staff_size: '1000-2000人',
    class_type: '公开班',
    product_name: '新任经理训练营',
    source_type: '自有',
    staff_size_min: '1000',
    staff_size_max: '2000',
  },
  {
    org_name: '北岭能源有限公司',
    yxt_industry_1: '能源',
    enterprise_type: '国有企业',
    staff_size: '5000人以上',
    class_type: '内训',
    product_name: '安全生产微课包',
    source_type: '合作',
    staff_size_min: '5000',
    staff_size_max: '',
  },
]

export const sale = {
  archive_name: '澄湖食品集团学习平台项目',
  yxt_industry_1: '食品饮料',
  yxt_industry_2: '乳制品',
  enterprise_type: '民营企业',
  staff_size: '1000-2000人',
  customer_province: '江苏',
  customer_keywords: '乳制品,连锁门店',
  account_count: '1500',
}
