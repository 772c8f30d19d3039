// 'tree': elements are made one by one, so that no page ever needs innerHTML (Trusted Types).
export default { compilerOptions: { fragments: 'tree' } };
